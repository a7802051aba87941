package okno.application.content.inspect;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Answers for one file after the other until its input ends; what exhausts it ends it, and the service starts another. */
public final class InspectorMain {

    private static final int BUFFER = 64 * 1024;
    /** The usual file has no more. */
    private static final int ROOM = 6 * 1024 * 1024;

    private InspectorMain() {}

    /** Ends without a word when the service does. */
    public static void main(String[] args) throws IOException {
        // What a library prints must not come between the answers.
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        ImageIO.setUseCache(false);
        DataInputStream in =
                new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in), BUFFER));
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER));
        byte[] room = new byte[ROOM];
        while (true) {
            Demands demands;
            try {
                demands = Exchange.readDemands(in);
            } catch (EOFException end) {
                return;
            }
            byte[] content = Exchange.readContent(in, room);
            if (content != null) {
                Exchange.writeAnswer(out, judge(content, demands));
            }
        }
    }

    static @Nullable Refused judge(byte[] content, Demands demands) {
        try {
            inspect(content, demands);
            return null;
        } catch (Refused refused) {
            return refused;
        } catch (IOException | RuntimeException broken) {
            // Parsers meet broken files with exceptions of every kind.
            return Refused.damaged();
        } catch (StackOverflowError deep) {
            return new Refused("file_too_complex");
        }
    }

    private static void inspect(byte[] content, Demands demands) throws IOException {
        switch (demands.format()) {
            case "PDF" -> PdfInspection.check(content, demands);
            case "JPG", "PNG" -> ImageInspection.check(content, demands);
            case "DOCX", "ODT" -> OfficeInspection.check(content, demands.format());
            case "XML" -> XmlInspection.check(content);
            default -> throw Refused.damaged();
        }
    }
}
