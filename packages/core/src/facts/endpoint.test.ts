import { expect, test } from 'vitest';
import { endpointOf, regionOf } from './endpoint.ts';

test.each([
  ['eastus.dp.kubernetesconfiguration.azure.com', 'dataplane'],
  ['EastUS.dp.kubernetesconfiguration.azure.com.', 'dataplane'],
  ['westeurope.privatelink.dp.kubernetesconfiguration.azure.com', 'dataplane'],
  ['usgovvirginia.dp.kubernetesconfiguration.azure.us', 'dataplane'],
  ['chinanorth2.dp.kubernetesconfiguration.azure.cn', 'dataplane'],
  ['<region>.dp.kubernetesconfiguration.azure.com', 'dataplane'],
  ['mcr.microsoft.com', 'mcr'],
  ['eastus.data.mcr.microsoft.com', 'mcr'],
  ['arcmktplaceprod.azurecr.io', 'registry-marketplace'],
  ['arcmktplaceprod.westeurope.data.azurecr.io', 'registry-marketplace'],
  ['contoso.azurecr.io', 'registry'],
  ['login.microsoftonline.com', 'identity'],
  ['westus2.login.microsoft.com', 'identity'],
  ['login.windows.net', 'identity'],
  ['management.azure.com', 'arm'],
  ['gbl.his.arc.azure.com', 'his'],
  ['gbl.privatelink.his.arc.azure.com', 'his'],
  ['guestnotificationservice.azure.com', 'notification'],
  ['azgnrelay-eastus-l1.servicebus.windows.net', 'notification'],
  ['aks-shop-1a2b.hcp.eastus.azmk8s.io', 'apiserver'],
  ['global.handler.control.monitor.azure.com', 'monitor'],
  ['dc.services.visualstudio.com', 'monitor'],
  ['data.policy.core.windows.net', 'policy'],
  ['kubernetesconfiguration.azure.com.example.org', 'other'],
  ['notmcr.microsoft.com', 'other'],
  ['', 'other'],
])('%s is %s', (host, endpoint) => {
  expect(endpointOf(host)).toBe(endpoint);
});

test.each([
  ['eastus2euap.dp.kubernetesconfiguration.azure.com', 'eastus2euap'],
  ['westeurope.privatelink.dp.kubernetesconfiguration.azure.com', 'westeurope'],
  ['clusterconfigeastus.eastus.cloudapp.azure.com', 'eastus'],
  ['aks-shop-1a2b.hcp.swedencentral.azmk8s.io', 'swedencentral'],
  ['<region>.dp.kubernetesconfiguration.azure.com', undefined],
  ['[region].dp.kubernetesconfiguration.azure.com', undefined],
  ['gbl.his.arc.azure.com', undefined],
  ['global.handler.control.monitor.azure.com', undefined],
  ['mcr.microsoft.com', undefined],
])('the region in %s is %s', (host, region) => {
  expect(regionOf(host)).toBe(region);
});
