package okno.application.content;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import okno.application.content.inspect.Demands;
import okno.application.content.inspect.Refused;
import okno.platform.core.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Content that an inspector is given as it is read. At its end the inspector begins to judge; whoever keeps the content has to
 * {@linkplain #accept ask} how, before anybody sees it.
 */
final class InspectedStream extends FilterInputStream {

    private final Demands demands;
    private final Inspectors inspectors;
    private @Nullable InspectorProcess process;
    private boolean ended;

    InspectedStream(InputStream content, Demands demands, Inspectors inspectors) {
        super(content);
        this.demands = demands;
        this.inspectors = inspectors;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (!ended && count != 0) {
            show(buffer, offset, count);
        }
        return count;
    }

    /** Everything is shown: what is skipped would not be. */
    @Override
    public long skip(long count) {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void show(byte[] buffer, int offset, int count) {
        InspectorProcess inspector = process;
        try {
            if (inspector == null) {
                inspector = inspectors.take();
                process = inspector;
                inspector.begin(demands);
            }
            if (count > 0) {
                inspector.feed(buffer, offset, count);
            } else {
                inspector.finish();
                ended = true;
            }
        } catch (IOException gone) {
            throw exhausted(inspector);
        }
    }

    /**
     * Waits for the inspector's answer about what was read to its end.
     *
     * @throws Problem the refusal, with the fault at {@code /file}
     */
    void accept() {
        InspectorProcess inspector = process;
        if (inspector == null || !ended) {
            throw new IllegalStateException("not read to its end");
        }
        try {
            Refused refused = inspectors.answerOf(inspector);
            release(inspector, true);
            if (refused != null) {
                throw inspectors.refusal(refused.code(), refused.args().toArray());
            }
        } catch (IOException gone) {
            throw exhausted(inspector);
        }
    }

    /** A process ends when a file exhausts its memory or its time. */
    private Problem exhausted(@Nullable InspectorProcess inspector) {
        if (inspector != null) {
            release(inspector, false);
        }
        return inspectors.refusal("file_too_complex");
    }

    private void release(InspectorProcess inspector, boolean usable) {
        process = null;
        inspectors.giveBack(inspector, usable);
    }

    @Override
    public void close() throws IOException {
        InspectorProcess inspector = process;
        if (inspector != null) {
            // One that judges already cannot be stopped, and its answer would be taken for the next one's.
            release(inspector, !ended && isAborted(inspector));
        }
        super.close();
    }

    /** Refused, or never read to its end. */
    private boolean isAborted(InspectorProcess inspector) {
        try {
            inspector.abort();
            return true;
        } catch (IOException gone) {
            return false;
        }
    }
}
