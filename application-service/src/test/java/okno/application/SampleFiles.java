package okno.application;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.text.PDFTextStripper;

/** Files as people send them, and as they should not. */
public final class SampleFiles {

    private SampleFiles() {}

    /** A PDF of one empty page and of exactly so many bytes, at least 500. */
    public static byte[] pdf(int size) {
        byte[] shortest = pdf("");
        byte[] filled = pdf("x".repeat(Math.max(0, size - shortest.length)));
        return filled.length == size ? filled : pdf("x".repeat(2 * size - shortest.length - filled.length));
    }

    /** A PDF of one empty page with a comment. */
    public static byte[] pdf(String comment) {
        List<String> objects = List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(("%PDF-1.7\n%" + comment + "\n").getBytes(US_ASCII));
        List<Integer> offsets = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            offsets.add(file.size());
            file.writeBytes(
                    "%d 0 obj\n%s\nendobj\n".formatted(i + 1, objects.get(i)).getBytes(US_ASCII));
        }
        int table = file.size();
        StringBuilder end = new StringBuilder("xref\n0 4\n0000000000 65535 f \n");
        offsets.forEach(offset -> end.append("%010d 00000 n \n".formatted(offset)));
        // Of one length wherever the table begins.
        end.append("trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n%010d\n%%%%EOF\n".formatted(table));
        file.writeBytes(end.toString().getBytes(US_ASCII));
        return file.toByteArray();
    }

    /** A PDF of so many pages, changed before it is written. */
    public static byte[] pdf(int pages, Consumer<PDDocument> change) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            for (int i = 0; i < pages; i++) {
                document.addPage(new PDPage(PDRectangle.A4));
            }
            change.accept(document);
            document.save(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A PDF whose catalogue has one more entry. */
    public static byte[] pdfWith(String entry, Map<String, String> names) {
        return pdf(1, document -> {
            COSDictionary added = new COSDictionary();
            names.forEach((key, value) -> added.setName(COSName.getPDFName(key), value));
            document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName(entry), added);
        });
    }

    /** A page that is one picture: an A4 page scanned at a resolution. */
    public static byte[] scan(int dpi) {
        return pdf(1, document -> {
            try (PDPageContentStream page = new PDPageContentStream(document, document.getPage(0))) {
                BufferedImage picture = page((int) (8.27 * dpi), (int) (11.69 * dpi));
                PDRectangle sheet = PDRectangle.A4;
                page.drawImage(
                        LosslessFactory.createFromImage(document, picture), 0, 0, sheet.getWidth(), sheet.getHeight());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** A page with lines of letters. */
    public static BufferedImage page(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.BLACK);
        for (int y = 30; y < height; y += 34) {
            // Letters without fonts: strokes, as wide and as far apart.
            for (int x = 20; x + 12 < width - 20; x += 12) {
                pen.fillRect(x, y - 14, 3, 14);
                pen.fillRect(x, y - 14 + (x + y) % 11, 9, 3);
            }
        }
        pen.dispose();
        return picture;
    }

    /** The same out of focus. */
    public static BufferedImage blurred(BufferedImage picture) {
        int edge = 11;
        float[] even = new float[edge * edge];
        Arrays.fill(even, 1f / even.length);
        return new ConvolveOp(new Kernel(edge, edge, even), ConvolveOp.EDGE_NO_OP, null).filter(picture, null);
    }

    public static byte[] jpeg(BufferedImage picture) {
        return written(picture, "jpg");
    }

    /** With a density as JFIF writes it: bytes 13 to 17 of the file. */
    public static byte[] jpeg(BufferedImage picture, int dpi) {
        byte[] file = jpeg(picture);
        file[13] = 1;
        file[14] = (byte) (dpi >> 8);
        file[15] = (byte) dpi;
        file[16] = (byte) (dpi >> 8);
        file[17] = (byte) dpi;
        return file;
    }

    public static byte[] png(BufferedImage picture) {
        return written(picture, "png");
    }

    /** A photograph that lies on its side and says where, when and by whom it was taken, in each of the ways there are. */
    public static byte[] photograph(BufferedImage picture, String secret) {
        byte[] file = jpeg(picture);
        ByteArrayOutputStream with = new ByteArrayOutputStream();
        // JFIF stays in front, as it must.
        with.write(file, 0, 20);
        // Exif: orientation 6, and a GPS directory that a text stands for.
        byte[] exif = ("Exif\0\0MM\0*\0\0\0\u0008\0\u0002\u0001\u0012\0\u0003\0\0\0\u0001\0\u0006\0\0"
                        + "\u0088\u0025\0\u0004\0\0\0\u0001\0\0\0\u0026\0\0\0\0" + secret)
                .getBytes(ISO_8859_1);
        segment(with, 0xE1, exif);
        segment(with, 0xE1, ("http://ns.adobe.com/xap/1.0/\0" + secret).getBytes(ISO_8859_1));
        segment(with, 0xE2, ("MPF\0" + secret).getBytes(ISO_8859_1));
        segment(with, 0xED, ("Photoshop 3.0\0" + secret).getBytes(ISO_8859_1));
        segment(with, 0xFE, secret.getBytes(ISO_8859_1));
        with.write(file, 20, file.length - 20);
        with.writeBytes(secret.getBytes(ISO_8859_1));
        return with.toByteArray();
    }

    private static void segment(ByteArrayOutputStream file, int marker, byte[] content) {
        file.write(0xFF);
        file.write(marker);
        file.write(content.length + 2 >> 8);
        file.write(content.length + 2);
        file.writeBytes(content);
    }

    /** A PNG with chunks of text and Exif. */
    public static byte[] talkativePng(BufferedImage picture, String secret) {
        byte[] file = png(picture);
        ByteArrayOutputStream with = new ByteArrayOutputStream();
        // Signature and IHDR.
        with.write(file, 0, 33);
        for (String type : List.of("tEXt", "eXIf", "iTXt", "zTXt", "prVt")) {
            byte[] content = (type + secret).getBytes(ISO_8859_1);
            CRC32 checksum = new CRC32();
            checksum.update(content);
            with.writeBytes(ByteBuffer.allocate(4).putInt(secret.length()).array());
            with.writeBytes(content);
            with.writeBytes(
                    ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
        }
        with.write(file, 33, file.length - 33);
        return with.toByteArray();
    }

    /** The header of a JPEG that would unpack to gigabytes. */
    public static byte[] floodOfPixels() {
        byte[] file = jpeg(new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY));
        for (int i = 2; i < file.length - 8; i++) {
            if ((file[i] & 0xFF) == 0xFF && (file[i + 1] & 0xFF) == 0xC0) {
                // Height and width: 60,000 each.
                for (int at : new int[] {i + 5, i + 7}) {
                    file[at] = (byte) 0xEA;
                    file[at + 1] = 0x60;
                }
                return file;
            }
        }
        throw new IllegalStateException("no frame");
    }

    public static final Map<String, String> DOCX =
            Map.of("[Content_Types].xml", """
            <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Override PartName="/word/document.xml"
             ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""", "word/document.xml", "<document/>");

    /** An archive; a content of {@code *} stands for as many zeros as will do harm. */
    public static byte[] zip(Map<String, String> entries) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file, UTF_8)) {
            List<String> names = entries.keySet().stream()
                    .sorted((a, b) -> a.startsWith("[") ? -1 : b.startsWith("[") ? 1 : a.compareTo(b))
                    .toList();
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                if (entries.get(name).equals("*")) {
                    byte[] zeros = new byte[1 << 20];
                    for (int i = 0; i < 128; i++) {
                        zip.write(zeros);
                    }
                } else {
                    zip.write(entries.get(name).getBytes(UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    /** One file after the other in one. */
    public static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] written(BufferedImage picture, String format) {
        try (ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            ImageIO.write(picture, format, file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a PDF says. */
    public static String textOf(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
