package okno.application.catalogue;

import com.samskivert.mustache.MustacheException;
import java.io.StringWriter;

/** Text that stays short, however long the loops of its template are. */
final class BoundedWriter extends StringWriter {

    private final int most;

    BoundedWriter(int most) {
        this.most = most;
    }

    @Override
    public void write(int letter) {
        refuse(1);
        super.write(letter);
    }

    @Override
    public void write(char[] letters, int from, int count) {
        refuse(count);
        super.write(letters, from, count);
    }

    @Override
    public void write(String text) {
        refuse(text.length());
        super.write(text);
    }

    @Override
    public void write(String text, int from, int count) {
        refuse(count);
        super.write(text, from, count);
    }

    private void refuse(int more) {
        if (getBuffer().length() + more > most) {
            throw new MustacheException("text of more than " + most + " characters");
        }
    }
}
