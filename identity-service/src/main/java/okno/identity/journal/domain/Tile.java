package okno.identity.journal.domain;

/**
 * Where 32 neighbouring nodes are kept together, so that a proof over a thousand million entries needs a dozen rows and
 * a batch of entries writes few.
 *
 * @param level 0 for leaves; a tile of level n holds nodes of level 5n
 * @param index its place among the tiles of its level, from 0
 */
public record Tile(int level, long index) {

    /** Levels of the tree in one tile. */
    public static final int HEIGHT = 5;

    /** Nodes in a full tile. */
    public static final int WIDTH = 1 << HEIGHT;

    /** The tile out of which the hash of a node is read or computed. */
    static Tile of(Node node) {
        return new Tile(node.level() / HEIGHT, (node.index() << node.level() % HEIGHT) / WIDTH);
    }
}
