package okno.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** PDFs to sign and to upload. */
final class Scan {

    private Scan() {}

    /** One page, and a stream of random bytes as a scan would be. */
    static byte[] pdf(int size) {
        byte[] filler = new byte[size - 1_000];
        new Random(42).nextBytes(filler);
        List<Integer> offsets = new ArrayList<>();
        var file = new ByteArrayOutputStream(size);
        file.writeBytes("%PDF-1.7\n".getBytes(US_ASCII));
        List<String> objects = List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>");
        for (String object : objects) {
            offsets.add(file.size());
            file.writeBytes((offsets.size() + " 0 obj " + object + " endobj\n").getBytes(US_ASCII));
        }
        offsets.add(file.size());
        file.writeBytes(("4 0 obj << /Length " + filler.length + " >> stream\n").getBytes(US_ASCII));
        file.writeBytes(filler);
        file.writeBytes("\nendstream endobj\n".getBytes(US_ASCII));
        int table = file.size();
        StringBuilder end = new StringBuilder("xref\n0 5\n0000000000 65535 f \n");
        offsets.forEach(offset -> end.append("%010d 00000 n \n".formatted(offset)));
        end.append("trailer << /Size 5 /Root 1 0 R >>\nstartxref\n" + table + "\n%%EOF\n");
        file.writeBytes(end.toString().getBytes(US_ASCII));
        return file.toByteArray();
    }

    /** The same with a number inside the scan: as large, and another document. */
    static byte[] another(byte[] pdf, int number) {
        byte[] copy = pdf.clone();
        ByteBuffer.wrap(copy).putInt(copy.length / 2, number);
        return copy;
    }
}
