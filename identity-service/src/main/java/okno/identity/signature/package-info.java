/**
 * Electronic signatures of documents by persons (63-FZ, article 5): asked for with the document's hash, confirmed by a
 * code sent to the person's phone (simple, advanced) or by a signature made outside (qualified), kept as history. Of
 * documents only hashes are kept.
 */
@NullMarked
package okno.identity.signature;

import org.jspecify.annotations.NullMarked;
