/**
 * How well a person is known, and why. {@link okno.identity.assurance.IssueMfcCode} and
 * {@link okno.identity.assurance.VerifyByMfcCode} raise the level at a one-stop office,
 * {@link okno.identity.assurance.EndVerifications} lowers it when the document that proved it has expired,
 * {@link okno.identity.assurance.TellLevels} lets tokens follow. The truth is here, never in Keycloak.
 */
@NullMarked
package okno.identity.assurance;

import org.jspecify.annotations.NullMarked;
