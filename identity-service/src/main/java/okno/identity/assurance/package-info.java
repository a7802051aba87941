/**
 * How well a person is known, and why. {@link okno.identity.assurance.RaiseLevel} takes evidence in any of the ways that
 * implement {@link okno.identity.assurance.ProofMethod}: digits that {@link okno.identity.assurance.IssueMfcCode} handed
 * out, the registers, a qualified certificate, a bank or a provider of video identification
 * ({@link okno.identity.assurance.ReceiveTestimony}). {@link okno.identity.assurance.EndVerifications} lowers the level when
 * the document that proved it has expired, {@link okno.identity.assurance.TellLevels} lets tokens follow. The truth is here,
 * never in Keycloak.
 */
@NullMarked
package okno.identity.assurance;

import org.jspecify.annotations.NullMarked;
