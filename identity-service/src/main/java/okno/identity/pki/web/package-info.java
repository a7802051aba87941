/** What everybody may fetch of the authority: its certificates, its revocation list, timestamps. */
@NullMarked
package okno.identity.pki.web;

import org.jspecify.annotations.NullMarked;
