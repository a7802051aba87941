package okno.application.content.inspect;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What service and inspector say to each other over two pipes, one file at a time: the demands; the content in pieces, each
 * after its length, an empty one at the end; then the answer, an empty code when the file is accepted. A negative length
 * says that the rest will not come and nobody waits for an answer.
 */
public final class Exchange {

    /** Longest content that is asked about, in bytes; the service reads less. */
    private static final int MAX_CONTENT = 32 * 1024 * 1024;

    private Exchange() {}

    public static void writeDemands(DataOutputStream out, Demands demands) throws IOException {
        out.writeUTF(demands.format());
        out.writeInt(demands.minDpi());
        out.writeInt(demands.minWidth());
        out.writeInt(demands.minHeight());
        out.writeInt(demands.maxPages());
        out.writeInt(demands.minSharpness());
    }

    public static void writePiece(DataOutputStream out, byte[] buffer, int offset, int length) throws IOException {
        out.writeInt(length);
        out.write(buffer, offset, length);
    }

    public static void writeEnd(DataOutputStream out) throws IOException {
        out.writeInt(0);
        out.flush();
    }

    public static void writeAbort(DataOutputStream out) throws IOException {
        out.writeInt(-1);
        out.flush();
    }

    /** The refusal; null when the file is accepted. */
    public static @Nullable Refused readAnswer(DataInputStream in) throws IOException {
        String code = in.readUTF();
        List<String> args = new ArrayList<>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            args.add(in.readUTF());
        }
        return code.isEmpty() ? null : new Refused(code, args.toArray());
    }

    static Demands readDemands(DataInputStream in) throws IOException {
        return new Demands(in.readUTF(), in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt());
    }

    /**
     * A copy of what comes; null when it was broken off.
     *
     * @param room where the usual file fits, kept for the next one: memory that is new costs more than the pipe
     */
    static byte @Nullable [] readContent(DataInputStream in, byte[] room) throws IOException {
        byte[] content = room;
        int size = 0;
        int length = in.readInt();
        for (; length > 0; length = in.readInt()) {
            if (length > MAX_CONTENT - size) {
                throw new IOException("more than a file may have");
            }
            if (length > content.length - size) {
                content = Arrays.copyOf(content, Math.max(2 * content.length, size + length));
            }
            in.readFully(content, size, length);
            size += length;
        }
        return length < 0 ? null : Arrays.copyOf(content, size);
    }

    static void writeAnswer(DataOutputStream out, @Nullable Refused refused) throws IOException {
        List<String> args = refused == null ? List.of() : refused.args();
        out.writeUTF(refused == null ? "" : refused.code());
        out.writeByte(args.size());
        for (String arg : args) {
            out.writeUTF(arg);
        }
        out.flush();
    }
}
