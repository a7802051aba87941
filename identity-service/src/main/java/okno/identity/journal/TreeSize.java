package okno.identity.journal;

/**
 * How far the journal is.
 *
 * @param size entries in the tree
 * @param signedSize entries in the newest signed head
 */
public record TreeSize(long size, long signedSize) {

    long unsigned() {
        return size - signedSize;
    }
}
