/**
 * Uploads that survive a broken connection: announced, sent in pieces at known offsets, each with its hash, and put with
 * the application when the last has come. Headers and steps follow draft-ietf-httpbis-resumable-upload.
 */
@NullMarked
package okno.application.upload;

import org.jspecify.annotations.NullMarked;
