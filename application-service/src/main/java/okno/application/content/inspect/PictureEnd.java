package okno.application.content.inspect;

/** Whether a picture goes to its end; one that was cut off shows half a document. */
final class PictureEnd {

    private PictureEnd() {}

    static void check(byte[] content, String format) {
        // PNG 3.0, 11.2.4: IEND; ITU-T T.81, B.1.1.3: EOI. What cameras append behind an EOI is left alone.
        boolean whole = format.equals("PNG")
                ? contains(content, new byte[] {'I', 'E', 'N', 'D', (byte) 0xAE, 0x42, 0x60, (byte) 0x82})
                : contains(content, new byte[] {(byte) 0xFF, (byte) 0xD9});
        if (!whole) {
            throw Refused.damaged();
        }
    }

    /** Looked for from the end, where it mostly is. */
    private static boolean contains(byte[] content, byte[] wanted) {
        for (int at = content.length - wanted.length; at >= 0; at--) {
            int same = 0;
            while (same < wanted.length && content[at + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return true;
            }
        }
        return false;
    }
}
