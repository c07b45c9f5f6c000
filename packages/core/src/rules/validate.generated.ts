// Generated from the schemas beside it by `pnpm generate`; do not edit.
// @ts-nocheck

/** What is wrong with one value of a document, in the words of JSON Schema. */
export interface SchemaError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The schema that the value does not meet; its `$comment` says in a sentence what is expected. */
  readonly parentSchema: { readonly $comment?: string; readonly properties?: Readonly<Record<string, unknown>> };
}

/** Says whether a document meets its schema; what is wrong is in `errors`. */
export interface Validate {
  (data: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}

export const validateRule: Validate = validate21;
const schema6 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://referto.dev/schema/rule.schema.json","$comment":"Definitions that end in Question or Pattern, and the fact kinds of Condition, are generated from fact.schema.json by `pnpm generate`.","type":"object","additionalProperties":false,"required":["id","title","severity","appears","causes","references"],"properties":{"id":{"allOf":[{"$ref":"#/definitions/RuleId"}]},"title":{"allOf":[{"$ref":"#/definitions/Text"}]},"severity":{"enum":["error","warning","info"]},"per":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/VariableName"}},"inferred":{"type":"boolean"},"appears":{"allOf":[{"$ref":"#/definitions/Conditions"}]},"unless":{"allOf":[{"$ref":"#/definitions/Conditions"}]},"resolved-by":{"allOf":[{"$ref":"#/definitions/Conditions"}]},"causes":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/Cause"}},"remarks":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/Text"}},"references":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/HttpsUrl"}}},"definitions":{"RuleId":{"type":"string","$comment":"must be FOLDER/NAME in lower-case words joined by hyphens","pattern":"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$"},"LocalId":{"type":"string","$comment":"must be lower-case words joined by hyphens, such as image-pull-failed","pattern":"^[a-z0-9]+(-[a-z0-9]+)*$"},"VariableName":{"type":"string","$comment":"must be words of letters, digits and underscores","pattern":"^[A-Za-z][A-Za-z0-9_]*([ -][A-Za-z0-9_]+)*$"},"HttpsUrl":{"type":"string","$comment":"must begin with https:// and hold no blanks or braces","pattern":"^https://[^\\s{}]+$"},"Text":{"type":"string","pattern":"\\S","$comment":"must not be empty"},"Cause":{"type":"object","additionalProperties":false,"required":["id","title","solutions"],"properties":{"id":{"allOf":[{"$ref":"#/definitions/LocalId"}]},"title":{"allOf":[{"$ref":"#/definitions/Text"}]},"when":{"allOf":[{"$ref":"#/definitions/Conditions"}]},"unless":{"allOf":[{"$ref":"#/definitions/Conditions"}]},"no-unless":{"allOf":[{"$ref":"#/definitions/Text"}]},"resolved-by":{"allOf":[{"$ref":"#/definitions/Conditions"}]},"because":{"allOf":[{"$ref":"#/definitions/Conditions"}]},"uses":{"allOf":[{"$ref":"#/definitions/Conditions"}]},"solutions":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/Solution"}}}},"Solution":{"type":"object","additionalProperties":false,"required":["id","title","steps"],"properties":{"id":{"allOf":[{"$ref":"#/definitions/LocalId"}]},"title":{"allOf":[{"$ref":"#/definitions/Text"}]},"recommended":{"type":"boolean"},"steps":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/Step"}},"verify":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/Text"}}}},"Step":{"type":"object","additionalProperties":false,"minProperties":1,"properties":{"text":{"allOf":[{"$ref":"#/definitions/Text"}]},"run":{"allOf":[{"$ref":"#/definitions/Text"}]},"file":{"type":"object","additionalProperties":false,"required":["name","content"],"properties":{"name":{"allOf":[{"$ref":"#/definitions/Text"}]},"content":{"allOf":[{"$ref":"#/definitions/Text"}]}}}},"$comment":"must have a text, a run or a file"},"Conditions":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/Condition"}},"Condition":{"type":"object","additionalProperties":false,"minProperties":1,"maxProperties":1,"properties":{"any":{"allOf":[{"$ref":"#/definitions/Conditions"}]},"all":{"allOf":[{"$ref":"#/definitions/Conditions"}]},"pod":{"$ref":"#/definitions/Question"},"event":{"$ref":"#/definitions/Question"},"node":{"$ref":"#/definitions/Question"},"log-line":{"$ref":"#/definitions/Question"},"dns-lookup":{"$ref":"#/definitions/Question"},"operation-error":{"$ref":"#/definitions/Question"},"release":{"$ref":"#/definitions/Question"},"extension":{"$ref":"#/definitions/Question"},"config-map":{"$ref":"#/definitions/Question"},"workload":{"$ref":"#/definitions/Question"},"object":{"$ref":"#/definitions/Question"},"collection-failure":{"$ref":"#/definitions/Question"},"finding":{"$ref":"#/definitions/Question"}},"$comment":"must have exactly one key: any, all or a fact kind"},"Question":{"$comment":"must ask something: of, is or every","type":"object","additionalProperties":false,"minProperties":1,"properties":{"of":{"type":"object"},"is":{"type":["object","string"]},"every":{"type":"object"},"collect":{"allOf":[{"$ref":"#/definitions/Text"}]}}}}};
const func2 = Object.prototype.hasOwnProperty;
const schema7 = {"type":"string","$comment":"must be FOLDER/NAME in lower-case words joined by hyphens","pattern":"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$"};
const pattern0 = new RegExp("^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$", "u");

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(!pattern0.test(data)){
const err0 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$"},schema:"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$",parentSchema:schema7,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema7.type,parentSchema:schema7,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}

const schema8 = {"type":"string","pattern":"\\S","$comment":"must not be empty"};
const pattern1 = new RegExp("\\S", "u");

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(!pattern1.test(data)){
const err0 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema8,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema8.type,parentSchema:schema8,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate24.errors = vErrors;
return errors === 0;
}

const schema9 = {"type":"string","$comment":"must be words of letters, digits and underscores","pattern":"^[A-Za-z][A-Za-z0-9_]*([ -][A-Za-z0-9_]+)*$"};
const pattern2 = new RegExp("^[A-Za-z][A-Za-z0-9_]*([ -][A-Za-z0-9_]+)*$", "u");

function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(!pattern2.test(data)){
const err0 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*([ -][A-Za-z0-9_]+)*$"},schema:"^[A-Za-z][A-Za-z0-9_]*([ -][A-Za-z0-9_]+)*$",parentSchema:schema9,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema9.type,parentSchema:schema9,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate26.errors = vErrors;
return errors === 0;
}

const schema10 = {"type":"array","minItems":1,"items":{"$ref":"#/definitions/Condition"}};
const schema11 = {"type":"object","additionalProperties":false,"minProperties":1,"maxProperties":1,"properties":{"any":{"allOf":[{"$ref":"#/definitions/Conditions"}]},"all":{"allOf":[{"$ref":"#/definitions/Conditions"}]},"pod":{"$ref":"#/definitions/Question"},"event":{"$ref":"#/definitions/Question"},"node":{"$ref":"#/definitions/Question"},"log-line":{"$ref":"#/definitions/Question"},"dns-lookup":{"$ref":"#/definitions/Question"},"operation-error":{"$ref":"#/definitions/Question"},"release":{"$ref":"#/definitions/Question"},"extension":{"$ref":"#/definitions/Question"},"config-map":{"$ref":"#/definitions/Question"},"workload":{"$ref":"#/definitions/Question"},"object":{"$ref":"#/definitions/Question"},"collection-failure":{"$ref":"#/definitions/Question"},"finding":{"$ref":"#/definitions/Question"}},"$comment":"must have exactly one key: any, all or a fact kind"};
const wrapper0 = {validate: validate28};
const schema12 = {"$comment":"must ask something: of, is or every","type":"object","additionalProperties":false,"minProperties":1,"properties":{"of":{"type":"object"},"is":{"type":["object","string"]},"every":{"type":"object"},"collect":{"allOf":[{"$ref":"#/definitions/Text"}]}}};

function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length < 1){
const err0 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "of") || (key0 === "is")) || (key0 === "every")) || (key0 === "collect"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.of !== undefined){
let data0 = data.of;
if(!(data0 && typeof data0 == "object" && !Array.isArray(data0))){
const err2 = {instancePath:instancePath+"/of",schemaPath:"#/properties/of/type",keyword:"type",params:{type: "object"},schema:schema12.properties.of.type,parentSchema:schema12.properties.of,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.is !== undefined){
let data1 = data.is;
if((!(data1 && typeof data1 == "object" && !Array.isArray(data1))) && (typeof data1 !== "string")){
const err3 = {instancePath:instancePath+"/is",schemaPath:"#/properties/is/type",keyword:"type",params:{type: schema12.properties.is.type},schema:schema12.properties.is.type,parentSchema:schema12.properties.is,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.every !== undefined){
let data2 = data.every;
if(!(data2 && typeof data2 == "object" && !Array.isArray(data2))){
const err4 = {instancePath:instancePath+"/every",schemaPath:"#/properties/every/type",keyword:"type",params:{type: "object"},schema:schema12.properties.every.type,parentSchema:schema12.properties.every,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.collect !== undefined){
if(!(validate24(data.collect, {instancePath:instancePath+"/collect",parentData:data,parentDataProperty:"collect",rootData}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema12.type,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate30.errors = vErrors;
return errors === 0;
}


function validate29(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length > 1){
const err0 = {instancePath,schemaPath:"#/maxProperties",keyword:"maxProperties",params:{limit: 1},schema:1,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(Object.keys(data).length < 1){
const err1 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.any !== undefined){
if(!(wrapper0.validate(data.any, {instancePath:instancePath+"/any",parentData:data,parentDataProperty:"any",rootData}))){
vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
errors = vErrors.length;
}
}
if(data.all !== undefined){
if(!(wrapper0.validate(data.all, {instancePath:instancePath+"/all",parentData:data,parentDataProperty:"all",rootData}))){
vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
errors = vErrors.length;
}
}
if(data.pod !== undefined){
if(!(validate30(data.pod, {instancePath:instancePath+"/pod",parentData:data,parentDataProperty:"pod",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
if(data.event !== undefined){
if(!(validate30(data.event, {instancePath:instancePath+"/event",parentData:data,parentDataProperty:"event",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
if(data.node !== undefined){
if(!(validate30(data.node, {instancePath:instancePath+"/node",parentData:data,parentDataProperty:"node",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
if(data["log-line"] !== undefined){
if(!(validate30(data["log-line"], {instancePath:instancePath+"/log-line",parentData:data,parentDataProperty:"log-line",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
if(data["dns-lookup"] !== undefined){
if(!(validate30(data["dns-lookup"], {instancePath:instancePath+"/dns-lookup",parentData:data,parentDataProperty:"dns-lookup",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
if(data["operation-error"] !== undefined){
if(!(validate30(data["operation-error"], {instancePath:instancePath+"/operation-error",parentData:data,parentDataProperty:"operation-error",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
if(data.release !== undefined){
if(!(validate30(data.release, {instancePath:instancePath+"/release",parentData:data,parentDataProperty:"release",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
if(data.extension !== undefined){
if(!(validate30(data.extension, {instancePath:instancePath+"/extension",parentData:data,parentDataProperty:"extension",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
if(data["config-map"] !== undefined){
if(!(validate30(data["config-map"], {instancePath:instancePath+"/config-map",parentData:data,parentDataProperty:"config-map",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
if(data.workload !== undefined){
if(!(validate30(data.workload, {instancePath:instancePath+"/workload",parentData:data,parentDataProperty:"workload",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
if(data.object !== undefined){
if(!(validate30(data.object, {instancePath:instancePath+"/object",parentData:data,parentDataProperty:"object",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
if(data["collection-failure"] !== undefined){
if(!(validate30(data["collection-failure"], {instancePath:instancePath+"/collection-failure",parentData:data,parentDataProperty:"collection-failure",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
if(data.finding !== undefined){
if(!(validate30(data.finding, {instancePath:instancePath+"/finding",parentData:data,parentDataProperty:"finding",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema11.type,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate29.errors = vErrors;
return errors === 0;
}


function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
if(data.length < 1){
const err0 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema10,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
if(!(validate29(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},schema:schema10.type,parentSchema:schema10,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate28.errors = vErrors;
return errors === 0;
}

const schema13 = {"type":"object","additionalProperties":false,"required":["id","title","solutions"],"properties":{"id":{"allOf":[{"$ref":"#/definitions/LocalId"}]},"title":{"allOf":[{"$ref":"#/definitions/Text"}]},"when":{"allOf":[{"$ref":"#/definitions/Conditions"}]},"unless":{"allOf":[{"$ref":"#/definitions/Conditions"}]},"no-unless":{"allOf":[{"$ref":"#/definitions/Text"}]},"resolved-by":{"allOf":[{"$ref":"#/definitions/Conditions"}]},"because":{"allOf":[{"$ref":"#/definitions/Conditions"}]},"uses":{"allOf":[{"$ref":"#/definitions/Conditions"}]},"solutions":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/Solution"}}}};
const schema14 = {"type":"string","$comment":"must be lower-case words joined by hyphens, such as image-pull-failed","pattern":"^[a-z0-9]+(-[a-z0-9]+)*$"};
const pattern3 = new RegExp("^[a-z0-9]+(-[a-z0-9]+)*$", "u");

function validate50(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(!pattern3.test(data)){
const err0 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"},schema:"^[a-z0-9]+(-[a-z0-9]+)*$",parentSchema:schema14,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema14.type,parentSchema:schema14,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate50.errors = vErrors;
return errors === 0;
}

const schema15 = {"type":"object","additionalProperties":false,"required":["id","title","steps"],"properties":{"id":{"allOf":[{"$ref":"#/definitions/LocalId"}]},"title":{"allOf":[{"$ref":"#/definitions/Text"}]},"recommended":{"type":"boolean"},"steps":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/Step"}},"verify":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/Text"}}}};
const schema16 = {"type":"object","additionalProperties":false,"minProperties":1,"properties":{"text":{"allOf":[{"$ref":"#/definitions/Text"}]},"run":{"allOf":[{"$ref":"#/definitions/Text"}]},"file":{"type":"object","additionalProperties":false,"required":["name","content"],"properties":{"name":{"allOf":[{"$ref":"#/definitions/Text"}]},"content":{"allOf":[{"$ref":"#/definitions/Text"}]}}}},"$comment":"must have a text, a run or a file"};

function validate62(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length < 1){
const err0 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "text") || (key0 === "run")) || (key0 === "file"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.text !== undefined){
if(!(validate24(data.text, {instancePath:instancePath+"/text",parentData:data,parentDataProperty:"text",rootData}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
if(data.run !== undefined){
if(!(validate24(data.run, {instancePath:instancePath+"/run",parentData:data,parentDataProperty:"run",rootData}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
if(data.file !== undefined){
let data2 = data.file;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.name === undefined){
const err2 = {instancePath:instancePath+"/file",schemaPath:"#/properties/file/required",keyword:"required",params:{missingProperty: "name"},schema:schema16.properties.file.required,parentSchema:schema16.properties.file,data:data2};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data2.content === undefined){
const err3 = {instancePath:instancePath+"/file",schemaPath:"#/properties/file/required",keyword:"required",params:{missingProperty: "content"},schema:schema16.properties.file.required,parentSchema:schema16.properties.file,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key1 in data2){
if(!((key1 === "name") || (key1 === "content"))){
const err4 = {instancePath:instancePath+"/file",schemaPath:"#/properties/file/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema16.properties.file,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data2.name !== undefined){
if(!(validate24(data2.name, {instancePath:instancePath+"/file/name",parentData:data2,parentDataProperty:"name",rootData}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
if(data2.content !== undefined){
if(!(validate24(data2.content, {instancePath:instancePath+"/file/content",parentData:data2,parentDataProperty:"content",rootData}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
}
else {
const err5 = {instancePath:instancePath+"/file",schemaPath:"#/properties/file/type",keyword:"type",params:{type: "object"},schema:schema16.properties.file.type,parentSchema:schema16.properties.file,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema16.type,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate62.errors = vErrors;
return errors === 0;
}


function validate59(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"},schema:schema15.required,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.title === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "title"},schema:schema15.required,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.steps === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "steps"},schema:schema15.required,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "id") || (key0 === "title")) || (key0 === "recommended")) || (key0 === "steps")) || (key0 === "verify"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.id !== undefined){
if(!(validate50(data.id, {instancePath:instancePath+"/id",parentData:data,parentDataProperty:"id",rootData}))){
vErrors = vErrors === null ? validate50.errors : vErrors.concat(validate50.errors);
errors = vErrors.length;
}
}
if(data.title !== undefined){
if(!(validate24(data.title, {instancePath:instancePath+"/title",parentData:data,parentDataProperty:"title",rootData}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
if(data.recommended !== undefined){
let data2 = data.recommended;
if(typeof data2 !== "boolean"){
const err4 = {instancePath:instancePath+"/recommended",schemaPath:"#/properties/recommended/type",keyword:"type",params:{type: "boolean"},schema:schema15.properties.recommended.type,parentSchema:schema15.properties.recommended,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.steps !== undefined){
let data3 = data.steps;
if(Array.isArray(data3)){
if(data3.length < 1){
const err5 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema15.properties.steps,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
if(!(validate62(data3[i0], {instancePath:instancePath+"/steps/" + i0,parentData:data3,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
}
}
else {
const err6 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/type",keyword:"type",params:{type: "array"},schema:schema15.properties.steps.type,parentSchema:schema15.properties.steps,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.verify !== undefined){
let data5 = data.verify;
if(Array.isArray(data5)){
if(data5.length < 1){
const err7 = {instancePath:instancePath+"/verify",schemaPath:"#/properties/verify/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema15.properties.verify,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
if(!(validate24(data5[i1], {instancePath:instancePath+"/verify/" + i1,parentData:data5,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
}
else {
const err8 = {instancePath:instancePath+"/verify",schemaPath:"#/properties/verify/type",keyword:"type",params:{type: "array"},schema:schema15.properties.verify.type,parentSchema:schema15.properties.verify,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema15.type,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate59.errors = vErrors;
return errors === 0;
}


function validate49(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"},schema:schema13.required,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.title === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "title"},schema:schema13.required,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.solutions === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "solutions"},schema:schema13.required,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema13.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.id !== undefined){
if(!(validate50(data.id, {instancePath:instancePath+"/id",parentData:data,parentDataProperty:"id",rootData}))){
vErrors = vErrors === null ? validate50.errors : vErrors.concat(validate50.errors);
errors = vErrors.length;
}
}
if(data.title !== undefined){
if(!(validate24(data.title, {instancePath:instancePath+"/title",parentData:data,parentDataProperty:"title",rootData}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
if(data.when !== undefined){
if(!(validate28(data.when, {instancePath:instancePath+"/when",parentData:data,parentDataProperty:"when",rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
}
if(data.unless !== undefined){
if(!(validate28(data.unless, {instancePath:instancePath+"/unless",parentData:data,parentDataProperty:"unless",rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
}
if(data["no-unless"] !== undefined){
if(!(validate24(data["no-unless"], {instancePath:instancePath+"/no-unless",parentData:data,parentDataProperty:"no-unless",rootData}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
if(data["resolved-by"] !== undefined){
if(!(validate28(data["resolved-by"], {instancePath:instancePath+"/resolved-by",parentData:data,parentDataProperty:"resolved-by",rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
}
if(data.because !== undefined){
if(!(validate28(data.because, {instancePath:instancePath+"/because",parentData:data,parentDataProperty:"because",rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
}
if(data.uses !== undefined){
if(!(validate28(data.uses, {instancePath:instancePath+"/uses",parentData:data,parentDataProperty:"uses",rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
}
if(data.solutions !== undefined){
let data8 = data.solutions;
if(Array.isArray(data8)){
if(data8.length < 1){
const err4 = {instancePath:instancePath+"/solutions",schemaPath:"#/properties/solutions/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema13.properties.solutions,data:data8};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
if(!(validate59(data8[i0], {instancePath:instancePath+"/solutions/" + i0,parentData:data8,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
errors = vErrors.length;
}
}
}
else {
const err5 = {instancePath:instancePath+"/solutions",schemaPath:"#/properties/solutions/type",keyword:"type",params:{type: "array"},schema:schema13.properties.solutions.type,parentSchema:schema13.properties.solutions,data:data8};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema13.type,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate49.errors = vErrors;
return errors === 0;
}

const schema17 = {"type":"string","$comment":"must begin with https:// and hold no blanks or braces","pattern":"^https://[^\\s{}]+$"};
const pattern4 = new RegExp("^https://[^\\s{}]+$", "u");

function validate72(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(!pattern4.test(data)){
const err0 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^https://[^\\s{}]+$"},schema:"^https://[^\\s{}]+$",parentSchema:schema17,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema17.type,parentSchema:schema17,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate72.errors = vErrors;
return errors === 0;
}


function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://referto.dev/schema/rule.schema.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"},schema:schema6.required,parentSchema:schema6,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.title === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "title"},schema:schema6.required,parentSchema:schema6,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.severity === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "severity"},schema:schema6.required,parentSchema:schema6,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.appears === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "appears"},schema:schema6.required,parentSchema:schema6,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.causes === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "causes"},schema:schema6.required,parentSchema:schema6,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.references === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "references"},schema:schema6.required,parentSchema:schema6,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema6.properties, key0))){
const err6 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema6,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.id !== undefined){
if(!(validate22(data.id, {instancePath:instancePath+"/id",parentData:data,parentDataProperty:"id",rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
if(data.title !== undefined){
if(!(validate24(data.title, {instancePath:instancePath+"/title",parentData:data,parentDataProperty:"title",rootData}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
if(data.severity !== undefined){
let data2 = data.severity;
if(!(((data2 === "error") || (data2 === "warning")) || (data2 === "info"))){
const err7 = {instancePath:instancePath+"/severity",schemaPath:"#/properties/severity/enum",keyword:"enum",params:{allowedValues: schema6.properties.severity.enum},schema:schema6.properties.severity.enum,parentSchema:schema6.properties.severity,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.per !== undefined){
let data3 = data.per;
if(Array.isArray(data3)){
if(data3.length < 1){
const err8 = {instancePath:instancePath+"/per",schemaPath:"#/properties/per/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema6.properties.per,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
if(!(validate26(data3[i0], {instancePath:instancePath+"/per/" + i0,parentData:data3,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
}
}
else {
const err9 = {instancePath:instancePath+"/per",schemaPath:"#/properties/per/type",keyword:"type",params:{type: "array"},schema:schema6.properties.per.type,parentSchema:schema6.properties.per,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.inferred !== undefined){
let data5 = data.inferred;
if(typeof data5 !== "boolean"){
const err10 = {instancePath:instancePath+"/inferred",schemaPath:"#/properties/inferred/type",keyword:"type",params:{type: "boolean"},schema:schema6.properties.inferred.type,parentSchema:schema6.properties.inferred,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.appears !== undefined){
if(!(validate28(data.appears, {instancePath:instancePath+"/appears",parentData:data,parentDataProperty:"appears",rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
}
if(data.unless !== undefined){
if(!(validate28(data.unless, {instancePath:instancePath+"/unless",parentData:data,parentDataProperty:"unless",rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
}
if(data["resolved-by"] !== undefined){
if(!(validate28(data["resolved-by"], {instancePath:instancePath+"/resolved-by",parentData:data,parentDataProperty:"resolved-by",rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
}
if(data.causes !== undefined){
let data9 = data.causes;
if(Array.isArray(data9)){
if(data9.length < 1){
const err11 = {instancePath:instancePath+"/causes",schemaPath:"#/properties/causes/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema6.properties.causes,data:data9};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
if(!(validate49(data9[i1], {instancePath:instancePath+"/causes/" + i1,parentData:data9,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate49.errors : vErrors.concat(validate49.errors);
errors = vErrors.length;
}
}
}
else {
const err12 = {instancePath:instancePath+"/causes",schemaPath:"#/properties/causes/type",keyword:"type",params:{type: "array"},schema:schema6.properties.causes.type,parentSchema:schema6.properties.causes,data:data9};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.remarks !== undefined){
let data11 = data.remarks;
if(Array.isArray(data11)){
if(data11.length < 1){
const err13 = {instancePath:instancePath+"/remarks",schemaPath:"#/properties/remarks/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema6.properties.remarks,data:data11};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
const len2 = data11.length;
for(let i2=0; i2<len2; i2++){
if(!(validate24(data11[i2], {instancePath:instancePath+"/remarks/" + i2,parentData:data11,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
}
else {
const err14 = {instancePath:instancePath+"/remarks",schemaPath:"#/properties/remarks/type",keyword:"type",params:{type: "array"},schema:schema6.properties.remarks.type,parentSchema:schema6.properties.remarks,data:data11};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.references !== undefined){
let data13 = data.references;
if(Array.isArray(data13)){
if(data13.length < 1){
const err15 = {instancePath:instancePath+"/references",schemaPath:"#/properties/references/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema6.properties.references,data:data13};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
const len3 = data13.length;
for(let i3=0; i3<len3; i3++){
if(!(validate72(data13[i3], {instancePath:instancePath+"/references/" + i3,parentData:data13,parentDataProperty:i3,rootData}))){
vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
errors = vErrors.length;
}
}
}
else {
const err16 = {instancePath:instancePath+"/references",schemaPath:"#/properties/references/type",keyword:"type",params:{type: "array"},schema:schema6.properties.references.type,parentSchema:schema6.properties.references,data:data13};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema6.type,parentSchema:schema6,data};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}

export const validateRuleTexts: Validate = validate74;
const schema18 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://referto.dev/schema/rule-texts.schema.json","type":"object","additionalProperties":false,"required":["title","causes"],"properties":{"title":{"allOf":[{"$ref":"#/definitions/Text"}]},"remarks":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/Text"}},"causes":{"type":"array","minItems":1,"items":{"type":"object","additionalProperties":false,"required":["id","title","solutions"],"properties":{"id":{"allOf":[{"$ref":"#/definitions/Text"}]},"title":{"allOf":[{"$ref":"#/definitions/Text"}]},"solutions":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/Solution"}}}}}},"definitions":{"Text":{"type":"string","pattern":"\\S","$comment":"must not be empty"},"Solution":{"type":"object","additionalProperties":false,"required":["id","title","steps"],"properties":{"id":{"allOf":[{"$ref":"#/definitions/Text"}]},"title":{"allOf":[{"$ref":"#/definitions/Text"}]},"steps":{"type":"array","minItems":1,"items":{"type":["object","null"],"additionalProperties":false,"required":["text"],"properties":{"text":{"allOf":[{"$ref":"#/definitions/Text"}]}}}},"verify":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/Text"}}}}}};
const schema19 = {"type":"string","pattern":"\\S","$comment":"must not be empty"};

function validate75(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(!pattern1.test(data)){
const err0 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema19.type,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate75.errors = vErrors;
return errors === 0;
}

const schema20 = {"type":"object","additionalProperties":false,"required":["id","title","steps"],"properties":{"id":{"allOf":[{"$ref":"#/definitions/Text"}]},"title":{"allOf":[{"$ref":"#/definitions/Text"}]},"steps":{"type":"array","minItems":1,"items":{"type":["object","null"],"additionalProperties":false,"required":["text"],"properties":{"text":{"allOf":[{"$ref":"#/definitions/Text"}]}}}},"verify":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/Text"}}}};

function validate80(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"},schema:schema20.required,parentSchema:schema20,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.title === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "title"},schema:schema20.required,parentSchema:schema20,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.steps === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "steps"},schema:schema20.required,parentSchema:schema20,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "id") || (key0 === "title")) || (key0 === "steps")) || (key0 === "verify"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema20,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.id !== undefined){
if(!(validate75(data.id, {instancePath:instancePath+"/id",parentData:data,parentDataProperty:"id",rootData}))){
vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
errors = vErrors.length;
}
}
if(data.title !== undefined){
if(!(validate75(data.title, {instancePath:instancePath+"/title",parentData:data,parentDataProperty:"title",rootData}))){
vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
errors = vErrors.length;
}
}
if(data.steps !== undefined){
let data2 = data.steps;
if(Array.isArray(data2)){
if(data2.length < 1){
const err4 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema20.properties.steps,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if((!(data3 && typeof data3 == "object" && !Array.isArray(data3))) && (data3 !== null)){
const err5 = {instancePath:instancePath+"/steps/" + i0,schemaPath:"#/properties/steps/items/type",keyword:"type",params:{type: schema20.properties.steps.items.type},schema:schema20.properties.steps.items.type,parentSchema:schema20.properties.steps.items,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.text === undefined){
const err6 = {instancePath:instancePath+"/steps/" + i0,schemaPath:"#/properties/steps/items/required",keyword:"required",params:{missingProperty: "text"},schema:schema20.properties.steps.items.required,parentSchema:schema20.properties.steps.items,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
for(const key1 in data3){
if(!(key1 === "text")){
const err7 = {instancePath:instancePath+"/steps/" + i0,schemaPath:"#/properties/steps/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema20.properties.steps.items,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data3.text !== undefined){
if(!(validate75(data3.text, {instancePath:instancePath+"/steps/" + i0+"/text",parentData:data3,parentDataProperty:"text",rootData}))){
vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
errors = vErrors.length;
}
}
}
}
}
else {
const err8 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/type",keyword:"type",params:{type: "array"},schema:schema20.properties.steps.type,parentSchema:schema20.properties.steps,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.verify !== undefined){
let data5 = data.verify;
if(Array.isArray(data5)){
if(data5.length < 1){
const err9 = {instancePath:instancePath+"/verify",schemaPath:"#/properties/verify/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema20.properties.verify,data:data5};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
if(!(validate75(data5[i1], {instancePath:instancePath+"/verify/" + i1,parentData:data5,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
errors = vErrors.length;
}
}
}
else {
const err10 = {instancePath:instancePath+"/verify",schemaPath:"#/properties/verify/type",keyword:"type",params:{type: "array"},schema:schema20.properties.verify.type,parentSchema:schema20.properties.verify,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema20.type,parentSchema:schema20,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate80.errors = vErrors;
return errors === 0;
}


function validate74(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://referto.dev/schema/rule-texts.schema.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.title === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "title"},schema:schema18.required,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.causes === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "causes"},schema:schema18.required,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "title") || (key0 === "remarks")) || (key0 === "causes"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.title !== undefined){
if(!(validate75(data.title, {instancePath:instancePath+"/title",parentData:data,parentDataProperty:"title",rootData}))){
vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
errors = vErrors.length;
}
}
if(data.remarks !== undefined){
let data1 = data.remarks;
if(Array.isArray(data1)){
if(data1.length < 1){
const err3 = {instancePath:instancePath+"/remarks",schemaPath:"#/properties/remarks/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema18.properties.remarks,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(!(validate75(data1[i0], {instancePath:instancePath+"/remarks/" + i0,parentData:data1,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath:instancePath+"/remarks",schemaPath:"#/properties/remarks/type",keyword:"type",params:{type: "array"},schema:schema18.properties.remarks.type,parentSchema:schema18.properties.remarks,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.causes !== undefined){
let data3 = data.causes;
if(Array.isArray(data3)){
if(data3.length < 1){
const err5 = {instancePath:instancePath+"/causes",schemaPath:"#/properties/causes/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema18.properties.causes,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
let data4 = data3[i1];
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.id === undefined){
const err6 = {instancePath:instancePath+"/causes/" + i1,schemaPath:"#/properties/causes/items/required",keyword:"required",params:{missingProperty: "id"},schema:schema18.properties.causes.items.required,parentSchema:schema18.properties.causes.items,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data4.title === undefined){
const err7 = {instancePath:instancePath+"/causes/" + i1,schemaPath:"#/properties/causes/items/required",keyword:"required",params:{missingProperty: "title"},schema:schema18.properties.causes.items.required,parentSchema:schema18.properties.causes.items,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data4.solutions === undefined){
const err8 = {instancePath:instancePath+"/causes/" + i1,schemaPath:"#/properties/causes/items/required",keyword:"required",params:{missingProperty: "solutions"},schema:schema18.properties.causes.items.required,parentSchema:schema18.properties.causes.items,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
for(const key1 in data4){
if(!(((key1 === "id") || (key1 === "title")) || (key1 === "solutions"))){
const err9 = {instancePath:instancePath+"/causes/" + i1,schemaPath:"#/properties/causes/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema18.properties.causes.items,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data4.id !== undefined){
if(!(validate75(data4.id, {instancePath:instancePath+"/causes/" + i1+"/id",parentData:data4,parentDataProperty:"id",rootData}))){
vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
errors = vErrors.length;
}
}
if(data4.title !== undefined){
if(!(validate75(data4.title, {instancePath:instancePath+"/causes/" + i1+"/title",parentData:data4,parentDataProperty:"title",rootData}))){
vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
errors = vErrors.length;
}
}
if(data4.solutions !== undefined){
let data7 = data4.solutions;
if(Array.isArray(data7)){
if(data7.length < 1){
const err10 = {instancePath:instancePath+"/causes/" + i1+"/solutions",schemaPath:"#/properties/causes/items/properties/solutions/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema18.properties.causes.items.properties.solutions,data:data7};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
const len2 = data7.length;
for(let i2=0; i2<len2; i2++){
if(!(validate80(data7[i2], {instancePath:instancePath+"/causes/" + i1+"/solutions/" + i2,parentData:data7,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
errors = vErrors.length;
}
}
}
else {
const err11 = {instancePath:instancePath+"/causes/" + i1+"/solutions",schemaPath:"#/properties/causes/items/properties/solutions/type",keyword:"type",params:{type: "array"},schema:schema18.properties.causes.items.properties.solutions.type,parentSchema:schema18.properties.causes.items.properties.solutions,data:data7};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/causes/" + i1,schemaPath:"#/properties/causes/items/type",keyword:"type",params:{type: "object"},schema:schema18.properties.causes.items.type,parentSchema:schema18.properties.causes.items,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/causes",schemaPath:"#/properties/causes/type",keyword:"type",params:{type: "array"},schema:schema18.properties.causes.type,parentSchema:schema18.properties.causes,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema18.type,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
validate74.errors = vErrors;
return errors === 0;
}

export const validateRuleTest: Validate = validate86;
const schema21 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://referto.dev/schema/rule-test.schema.json","type":"object","additionalProperties":false,"required":["finds","ignores"],"properties":{"finds":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/Find"}},"ignores":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/Ignore"}},"shown-in":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/RuleId"}}},"definitions":{"Text":{"type":"string","pattern":"\\S","$comment":"must not be empty"},"RuleId":{"type":"string","$comment":"must be FOLDER/NAME in lower-case words joined by hyphens","pattern":"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$"},"LocalId":{"type":"string","$comment":"must be lower-case words joined by hyphens, such as image-pull-failed","pattern":"^[a-z0-9]+(-[a-z0-9]+)*$"},"Captures":{"type":"object","additionalProperties":{"type":"string"}},"Find":{"type":"object","additionalProperties":false,"required":["name","captures","causes"],"properties":{"name":{"allOf":[{"$ref":"#/definitions/Text"}]},"captures":{"$ref":"#/definitions/Captures"},"captured-at":{"allOf":[{"$ref":"#/definitions/Text"}]},"error":{"enum":["reported","inferred"]},"findings":{"type":"integer","minimum":1},"objects":{"type":"array","items":{"$ref":"#/definitions/Text"}},"causes":{"type":"object","additionalProperties":{"enum":["confirmed","likely","possible","excluded"]}},"resolved":{"type":"array","items":{"$ref":"#/definitions/LocalId"}},"evidence":{"type":"array","items":{"$ref":"#/definitions/Text"}},"says":{"type":"array","items":{"$ref":"#/definitions/Text"}},"collect":{"type":"array","items":{"$ref":"#/definitions/Text"}},"also":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/RuleId"}}}},"Ignore":{"type":"object","additionalProperties":false,"required":["name","captures"],"properties":{"name":{"allOf":[{"$ref":"#/definitions/Text"}]},"captures":{"$ref":"#/definitions/Captures"},"captured-at":{"allOf":[{"$ref":"#/definitions/Text"}]},"resolved":{"type":"boolean"},"also":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/RuleId"}}}}}};
const schema22 = {"type":"object","additionalProperties":false,"required":["name","captures","causes"],"properties":{"name":{"allOf":[{"$ref":"#/definitions/Text"}]},"captures":{"$ref":"#/definitions/Captures"},"captured-at":{"allOf":[{"$ref":"#/definitions/Text"}]},"error":{"enum":["reported","inferred"]},"findings":{"type":"integer","minimum":1},"objects":{"type":"array","items":{"$ref":"#/definitions/Text"}},"causes":{"type":"object","additionalProperties":{"enum":["confirmed","likely","possible","excluded"]}},"resolved":{"type":"array","items":{"$ref":"#/definitions/LocalId"}},"evidence":{"type":"array","items":{"$ref":"#/definitions/Text"}},"says":{"type":"array","items":{"$ref":"#/definitions/Text"}},"collect":{"type":"array","items":{"$ref":"#/definitions/Text"}},"also":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/RuleId"}}}};
const schema23 = {"type":"string","pattern":"\\S","$comment":"must not be empty"};

function validate88(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(!pattern1.test(data)){
const err0 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema23,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema23.type,parentSchema:schema23,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate88.errors = vErrors;
return errors === 0;
}

const schema24 = {"type":"object","additionalProperties":{"type":"string"}};

function validate90(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
let data0 = data[key0];
if(typeof data0 !== "string"){
const err0 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/type",keyword:"type",params:{type: "string"},schema:schema24.additionalProperties.type,parentSchema:schema24.additionalProperties,data:data0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema24.type,parentSchema:schema24,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate90.errors = vErrors;
return errors === 0;
}

const schema25 = {"type":"string","$comment":"must be lower-case words joined by hyphens, such as image-pull-failed","pattern":"^[a-z0-9]+(-[a-z0-9]+)*$"};

function validate94(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(!pattern3.test(data)){
const err0 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"},schema:"^[a-z0-9]+(-[a-z0-9]+)*$",parentSchema:schema25,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema25.type,parentSchema:schema25,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate94.errors = vErrors;
return errors === 0;
}

const schema26 = {"type":"string","$comment":"must be FOLDER/NAME in lower-case words joined by hyphens","pattern":"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$"};

function validate99(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(!pattern0.test(data)){
const err0 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$"},schema:"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$",parentSchema:schema26,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema26.type,parentSchema:schema26,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate99.errors = vErrors;
return errors === 0;
}


function validate87(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema22.required,parentSchema:schema22,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.captures === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "captures"},schema:schema22.required,parentSchema:schema22,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.causes === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "causes"},schema:schema22.required,parentSchema:schema22,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema22.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema22,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.name !== undefined){
if(!(validate88(data.name, {instancePath:instancePath+"/name",parentData:data,parentDataProperty:"name",rootData}))){
vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
errors = vErrors.length;
}
}
if(data.captures !== undefined){
if(!(validate90(data.captures, {instancePath:instancePath+"/captures",parentData:data,parentDataProperty:"captures",rootData}))){
vErrors = vErrors === null ? validate90.errors : vErrors.concat(validate90.errors);
errors = vErrors.length;
}
}
if(data["captured-at"] !== undefined){
if(!(validate88(data["captured-at"], {instancePath:instancePath+"/captured-at",parentData:data,parentDataProperty:"captured-at",rootData}))){
vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
errors = vErrors.length;
}
}
if(data.error !== undefined){
let data3 = data.error;
if(!((data3 === "reported") || (data3 === "inferred"))){
const err4 = {instancePath:instancePath+"/error",schemaPath:"#/properties/error/enum",keyword:"enum",params:{allowedValues: schema22.properties.error.enum},schema:schema22.properties.error.enum,parentSchema:schema22.properties.error,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.findings !== undefined){
let data4 = data.findings;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err5 = {instancePath:instancePath+"/findings",schemaPath:"#/properties/findings/type",keyword:"type",params:{type: "integer"},schema:schema22.properties.findings.type,parentSchema:schema22.properties.findings,data:data4};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 1 || isNaN(data4)){
const err6 = {instancePath:instancePath+"/findings",schemaPath:"#/properties/findings/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema22.properties.findings,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
if(data.objects !== undefined){
let data5 = data.objects;
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
if(!(validate88(data5[i0], {instancePath:instancePath+"/objects/" + i0,parentData:data5,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
errors = vErrors.length;
}
}
}
else {
const err7 = {instancePath:instancePath+"/objects",schemaPath:"#/properties/objects/type",keyword:"type",params:{type: "array"},schema:schema22.properties.objects.type,parentSchema:schema22.properties.objects,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.causes !== undefined){
let data7 = data.causes;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key1 in data7){
let data8 = data7[key1];
if(!((((data8 === "confirmed") || (data8 === "likely")) || (data8 === "possible")) || (data8 === "excluded"))){
const err8 = {instancePath:instancePath+"/causes/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/causes/additionalProperties/enum",keyword:"enum",params:{allowedValues: schema22.properties.causes.additionalProperties.enum},schema:schema22.properties.causes.additionalProperties.enum,parentSchema:schema22.properties.causes.additionalProperties,data:data8};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/causes",schemaPath:"#/properties/causes/type",keyword:"type",params:{type: "object"},schema:schema22.properties.causes.type,parentSchema:schema22.properties.causes,data:data7};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.resolved !== undefined){
let data9 = data.resolved;
if(Array.isArray(data9)){
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
if(!(validate94(data9[i1], {instancePath:instancePath+"/resolved/" + i1,parentData:data9,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate94.errors : vErrors.concat(validate94.errors);
errors = vErrors.length;
}
}
}
else {
const err10 = {instancePath:instancePath+"/resolved",schemaPath:"#/properties/resolved/type",keyword:"type",params:{type: "array"},schema:schema22.properties.resolved.type,parentSchema:schema22.properties.resolved,data:data9};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.evidence !== undefined){
let data11 = data.evidence;
if(Array.isArray(data11)){
const len2 = data11.length;
for(let i2=0; i2<len2; i2++){
if(!(validate88(data11[i2], {instancePath:instancePath+"/evidence/" + i2,parentData:data11,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
errors = vErrors.length;
}
}
}
else {
const err11 = {instancePath:instancePath+"/evidence",schemaPath:"#/properties/evidence/type",keyword:"type",params:{type: "array"},schema:schema22.properties.evidence.type,parentSchema:schema22.properties.evidence,data:data11};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.says !== undefined){
let data13 = data.says;
if(Array.isArray(data13)){
const len3 = data13.length;
for(let i3=0; i3<len3; i3++){
if(!(validate88(data13[i3], {instancePath:instancePath+"/says/" + i3,parentData:data13,parentDataProperty:i3,rootData}))){
vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
errors = vErrors.length;
}
}
}
else {
const err12 = {instancePath:instancePath+"/says",schemaPath:"#/properties/says/type",keyword:"type",params:{type: "array"},schema:schema22.properties.says.type,parentSchema:schema22.properties.says,data:data13};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.collect !== undefined){
let data15 = data.collect;
if(Array.isArray(data15)){
const len4 = data15.length;
for(let i4=0; i4<len4; i4++){
if(!(validate88(data15[i4], {instancePath:instancePath+"/collect/" + i4,parentData:data15,parentDataProperty:i4,rootData}))){
vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
errors = vErrors.length;
}
}
}
else {
const err13 = {instancePath:instancePath+"/collect",schemaPath:"#/properties/collect/type",keyword:"type",params:{type: "array"},schema:schema22.properties.collect.type,parentSchema:schema22.properties.collect,data:data15};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.also !== undefined){
let data17 = data.also;
if(Array.isArray(data17)){
if(data17.length < 1){
const err14 = {instancePath:instancePath+"/also",schemaPath:"#/properties/also/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema22.properties.also,data:data17};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
const len5 = data17.length;
for(let i5=0; i5<len5; i5++){
if(!(validate99(data17[i5], {instancePath:instancePath+"/also/" + i5,parentData:data17,parentDataProperty:i5,rootData}))){
vErrors = vErrors === null ? validate99.errors : vErrors.concat(validate99.errors);
errors = vErrors.length;
}
}
}
else {
const err15 = {instancePath:instancePath+"/also",schemaPath:"#/properties/also/type",keyword:"type",params:{type: "array"},schema:schema22.properties.also.type,parentSchema:schema22.properties.also,data:data17};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema22.type,parentSchema:schema22,data};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
validate87.errors = vErrors;
return errors === 0;
}

const schema27 = {"type":"object","additionalProperties":false,"required":["name","captures"],"properties":{"name":{"allOf":[{"$ref":"#/definitions/Text"}]},"captures":{"$ref":"#/definitions/Captures"},"captured-at":{"allOf":[{"$ref":"#/definitions/Text"}]},"resolved":{"type":"boolean"},"also":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/RuleId"}}}};

function validate102(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema27.required,parentSchema:schema27,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.captures === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "captures"},schema:schema27.required,parentSchema:schema27,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "name") || (key0 === "captures")) || (key0 === "captured-at")) || (key0 === "resolved")) || (key0 === "also"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema27,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.name !== undefined){
if(!(validate88(data.name, {instancePath:instancePath+"/name",parentData:data,parentDataProperty:"name",rootData}))){
vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
errors = vErrors.length;
}
}
if(data.captures !== undefined){
if(!(validate90(data.captures, {instancePath:instancePath+"/captures",parentData:data,parentDataProperty:"captures",rootData}))){
vErrors = vErrors === null ? validate90.errors : vErrors.concat(validate90.errors);
errors = vErrors.length;
}
}
if(data["captured-at"] !== undefined){
if(!(validate88(data["captured-at"], {instancePath:instancePath+"/captured-at",parentData:data,parentDataProperty:"captured-at",rootData}))){
vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
errors = vErrors.length;
}
}
if(data.resolved !== undefined){
let data3 = data.resolved;
if(typeof data3 !== "boolean"){
const err3 = {instancePath:instancePath+"/resolved",schemaPath:"#/properties/resolved/type",keyword:"type",params:{type: "boolean"},schema:schema27.properties.resolved.type,parentSchema:schema27.properties.resolved,data:data3};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.also !== undefined){
let data4 = data.also;
if(Array.isArray(data4)){
if(data4.length < 1){
const err4 = {instancePath:instancePath+"/also",schemaPath:"#/properties/also/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema27.properties.also,data:data4};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
if(!(validate99(data4[i0], {instancePath:instancePath+"/also/" + i0,parentData:data4,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate99.errors : vErrors.concat(validate99.errors);
errors = vErrors.length;
}
}
}
else {
const err5 = {instancePath:instancePath+"/also",schemaPath:"#/properties/also/type",keyword:"type",params:{type: "array"},schema:schema27.properties.also.type,parentSchema:schema27.properties.also,data:data4};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema27.type,parentSchema:schema27,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate102.errors = vErrors;
return errors === 0;
}


function validate86(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://referto.dev/schema/rule-test.schema.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.finds === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "finds"},schema:schema21.required,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.ignores === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "ignores"},schema:schema21.required,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "finds") || (key0 === "ignores")) || (key0 === "shown-in"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.finds !== undefined){
let data0 = data.finds;
if(Array.isArray(data0)){
if(data0.length < 1){
const err3 = {instancePath:instancePath+"/finds",schemaPath:"#/properties/finds/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema21.properties.finds,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate87(data0[i0], {instancePath:instancePath+"/finds/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate87.errors : vErrors.concat(validate87.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath:instancePath+"/finds",schemaPath:"#/properties/finds/type",keyword:"type",params:{type: "array"},schema:schema21.properties.finds.type,parentSchema:schema21.properties.finds,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.ignores !== undefined){
let data2 = data.ignores;
if(Array.isArray(data2)){
if(data2.length < 1){
const err5 = {instancePath:instancePath+"/ignores",schemaPath:"#/properties/ignores/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema21.properties.ignores,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
if(!(validate102(data2[i1], {instancePath:instancePath+"/ignores/" + i1,parentData:data2,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate102.errors : vErrors.concat(validate102.errors);
errors = vErrors.length;
}
}
}
else {
const err6 = {instancePath:instancePath+"/ignores",schemaPath:"#/properties/ignores/type",keyword:"type",params:{type: "array"},schema:schema21.properties.ignores.type,parentSchema:schema21.properties.ignores,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data["shown-in"] !== undefined){
let data4 = data["shown-in"];
if(Array.isArray(data4)){
if(data4.length < 1){
const err7 = {instancePath:instancePath+"/shown-in",schemaPath:"#/properties/shown-in/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema21.properties["shown-in"],data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
const len2 = data4.length;
for(let i2=0; i2<len2; i2++){
if(!(validate99(data4[i2], {instancePath:instancePath+"/shown-in/" + i2,parentData:data4,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate99.errors : vErrors.concat(validate99.errors);
errors = vErrors.length;
}
}
}
else {
const err8 = {instancePath:instancePath+"/shown-in",schemaPath:"#/properties/shown-in/type",keyword:"type",params:{type: "array"},schema:schema21.properties["shown-in"].type,parentSchema:schema21.properties["shown-in"],data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema21.type,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate86.errors = vErrors;
return errors === 0;
}

export const validateConfiguration: Validate = validate109;
const schema28 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://referto.dev/schema/configuration.schema.json","type":"object","additionalProperties":false,"properties":{"suppress":{"type":"array","items":{"$ref":"#/definitions/Entry"}}},"definitions":{"Text":{"type":"string","pattern":"\\S","$comment":"must not be empty"},"Pattern":{"type":"string","$comment":"must be a text of at most 256 characters, in which * stands for any characters","pattern":"^\\S.{0,255}$"},"Entry":{"type":"object","additionalProperties":false,"required":["rule","reason","expires"],"properties":{"rule":{"allOf":[{"$ref":"#/definitions/Pattern"}]},"cause":{"allOf":[{"$ref":"#/definitions/Pattern"}]},"object":{"anyOf":[{"$ref":"#/definitions/Pattern"},{"type":"array","minItems":1,"items":{"$ref":"#/definitions/Pattern"}}],"$comment":"must be a pattern or a list of patterns"},"reason":{"allOf":[{"$ref":"#/definitions/Text"}]},"expires":{"type":"string","$comment":"must be a day such as 2026-12-31","pattern":"^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$"}}}}};
const schema29 = {"type":"object","additionalProperties":false,"required":["rule","reason","expires"],"properties":{"rule":{"allOf":[{"$ref":"#/definitions/Pattern"}]},"cause":{"allOf":[{"$ref":"#/definitions/Pattern"}]},"object":{"anyOf":[{"$ref":"#/definitions/Pattern"},{"type":"array","minItems":1,"items":{"$ref":"#/definitions/Pattern"}}],"$comment":"must be a pattern or a list of patterns"},"reason":{"allOf":[{"$ref":"#/definitions/Text"}]},"expires":{"type":"string","$comment":"must be a day such as 2026-12-31","pattern":"^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$"}}};
const schema30 = {"type":"string","$comment":"must be a text of at most 256 characters, in which * stands for any characters","pattern":"^\\S.{0,255}$"};
const pattern9 = new RegExp("^\\S.{0,255}$", "u");

function validate111(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(!pattern9.test(data)){
const err0 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^\\S.{0,255}$"},schema:"^\\S.{0,255}$",parentSchema:schema30,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema30.type,parentSchema:schema30,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate111.errors = vErrors;
return errors === 0;
}

const schema31 = {"type":"string","pattern":"\\S","$comment":"must not be empty"};

function validate116(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(!pattern1.test(data)){
const err0 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema31.type,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate116.errors = vErrors;
return errors === 0;
}

const pattern11 = new RegExp("^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$", "u");

function validate110(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.rule === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "rule"},schema:schema29.required,parentSchema:schema29,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.reason === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "reason"},schema:schema29.required,parentSchema:schema29,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.expires === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "expires"},schema:schema29.required,parentSchema:schema29,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "rule") || (key0 === "cause")) || (key0 === "object")) || (key0 === "reason")) || (key0 === "expires"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema29,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.rule !== undefined){
if(!(validate111(data.rule, {instancePath:instancePath+"/rule",parentData:data,parentDataProperty:"rule",rootData}))){
vErrors = vErrors === null ? validate111.errors : vErrors.concat(validate111.errors);
errors = vErrors.length;
}
}
if(data.cause !== undefined){
if(!(validate111(data.cause, {instancePath:instancePath+"/cause",parentData:data,parentDataProperty:"cause",rootData}))){
vErrors = vErrors === null ? validate111.errors : vErrors.concat(validate111.errors);
errors = vErrors.length;
}
}
if(data.object !== undefined){
let data2 = data.object;
const _errs8 = errors;
let valid3 = false;
const _errs9 = errors;
if(!(validate111(data2, {instancePath:instancePath+"/object",parentData:data,parentDataProperty:"object",rootData}))){
vErrors = vErrors === null ? validate111.errors : vErrors.concat(validate111.errors);
errors = vErrors.length;
}
var _valid0 = _errs9 === errors;
valid3 = valid3 || _valid0;
if(!valid3){
const _errs10 = errors;
if(Array.isArray(data2)){
if(data2.length < 1){
const err4 = {instancePath:instancePath+"/object",schemaPath:"#/properties/object/anyOf/1/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema29.properties.object.anyOf[1],data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(!(validate111(data2[i0], {instancePath:instancePath+"/object/" + i0,parentData:data2,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate111.errors : vErrors.concat(validate111.errors);
errors = vErrors.length;
}
}
}
else {
const err5 = {instancePath:instancePath+"/object",schemaPath:"#/properties/object/anyOf/1/type",keyword:"type",params:{type: "array"},schema:schema29.properties.object.anyOf[1].type,parentSchema:schema29.properties.object.anyOf[1],data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
var _valid0 = _errs10 === errors;
valid3 = valid3 || _valid0;
}
if(!valid3){
const err6 = {instancePath:instancePath+"/object",schemaPath:"#/properties/object/anyOf",keyword:"anyOf",params:{},schema:schema29.properties.object.anyOf,parentSchema:schema29.properties.object,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
else {
errors = _errs8;
if(vErrors !== null){
if(_errs8){
vErrors.length = _errs8;
}
else {
vErrors = null;
}
}
}
}
if(data.reason !== undefined){
if(!(validate116(data.reason, {instancePath:instancePath+"/reason",parentData:data,parentDataProperty:"reason",rootData}))){
vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors);
errors = vErrors.length;
}
}
if(data.expires !== undefined){
let data5 = data.expires;
if(typeof data5 === "string"){
if(!pattern11.test(data5)){
const err7 = {instancePath:instancePath+"/expires",schemaPath:"#/properties/expires/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$"},schema:"^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$",parentSchema:schema29.properties.expires,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/expires",schemaPath:"#/properties/expires/type",keyword:"type",params:{type: "string"},schema:schema29.properties.expires.type,parentSchema:schema29.properties.expires,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema29.type,parentSchema:schema29,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate110.errors = vErrors;
return errors === 0;
}


function validate109(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://referto.dev/schema/configuration.schema.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "suppress")){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema28,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.suppress !== undefined){
let data0 = data.suppress;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate110(data0[i0], {instancePath:instancePath+"/suppress/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate110.errors : vErrors.concat(validate110.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath:instancePath+"/suppress",schemaPath:"#/properties/suppress/type",keyword:"type",params:{type: "array"},schema:schema28.properties.suppress.type,parentSchema:schema28.properties.suppress,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema28.type,parentSchema:schema28,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate109.errors = vErrors;
return errors === 0;
}
