/**
 * Client applications: systems of companies, agencies and partners that call the API with tokens of their own.
 * {@link okno.identity.client.RequestClientApplication} asks, {@link okno.identity.client.DecideClientRequest} approves with four eyes,
 * {@link okno.identity.client.ReplaceKeys} rotates keys with an overlap, {@link okno.identity.client.SuspendClientApplication} takes a
 * client out at once. What stands here is the truth; {@link okno.identity.client.SyncClients} makes Keycloak follow, where
 * every client is bound to the FAPI 2 security profile with DPoP. The gateway reads the quota plans.
 */
@NullMarked
package okno.identity.client;

import org.jspecify.annotations.NullMarked;
