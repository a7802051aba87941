package okno.local.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Writes a one-page PDF with one line of Latin text: something to attach. */
final class SmallPdf {

    private SmallPdf() {}

    static byte[] withText(String text) {
        String page = "BT /F1 18 Tf 72 720 Td (" + text.replaceAll("[()\\\\]", "") + ") Tj ET";
        List<String> objects = List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                        + " /Resources << /Font << /F1 5 0 R >> >> >>",
                "<< /Length %d >>%nstream%n%s%nendstream"
                        .formatted(page.length(), page)
                        .replace("\r\n", "\n"),
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        var file = new ByteArrayOutputStream();
        file.writeBytes("%PDF-1.4\n".getBytes(US_ASCII));
        List<Integer> offsets = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            offsets.add(file.size());
            file.writeBytes(
                    "%d 0 obj\n%s\nendobj\n".formatted(i + 1, objects.get(i)).getBytes(US_ASCII));
        }
        int table = file.size();
        StringBuilder end = new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
        offsets.forEach(offset -> end.append("%010d 00000 n \n".formatted(offset)));
        end.append(
                "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n".formatted(objects.size() + 1, table));
        file.writeBytes(end.toString().getBytes(US_ASCII));
        return file.toByteArray();
    }
}
