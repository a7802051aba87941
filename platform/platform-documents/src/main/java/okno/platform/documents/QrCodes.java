package okno.platform.documents;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;

/** QR codes (ISO/IEC 18004) of texts in UTF-8, readable when up to 15 % of the picture is damaged. */
public final class QrCodes {

    private static final Map<EncodeHintType, Object> HINTS = Map.of(
            EncodeHintType.CHARACTER_SET,
            "UTF-8",
            EncodeHintType.ERROR_CORRECTION,
            ErrorCorrectionLevel.M,
            EncodeHintType.MARGIN,
            2);

    private QrCodes() {}

    /**
     * A square PNG picture of the code.
     *
     * @param text at most about 2,300 bytes
     * @param px width and height in pixels
     * @throws IllegalArgumentException when the text is too long for a QR code
     */
    public static byte[] png(String text, int px) {
        try (ByteArrayOutputStream png = new ByteArrayOutputStream()) {
            BitMatrix code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, px, px, HINTS);
            MatrixToImageWriter.writeToStream(code, "PNG", png);
            return png.toByteArray();
        } catch (WriterException e) {
            throw new IllegalArgumentException("text is too long for a QR code", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same picture for {@code <img src="...">} of a template. */
    public static String dataUri(String text, int px) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(text, px));
    }
}
