/** The Merkle tree over the journal: hashes, paths and the tiles its nodes are kept in. RFC 9162, section 2.1. */
@NullMarked
package okno.identity.journal.domain;

import org.jspecify.annotations.NullMarked;
