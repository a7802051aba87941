package okno.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import okno.local.machine.Layout;
import okno.local.process.PidFile;
import okno.local.process.ProgramFailed;

/** One supervisor per directory: the kernel releases the lock however the supervisor ends. */
final class StackLock implements AutoCloseable {

    private static final String SUPERVISOR = "supervisor";

    private final FileChannel channel;
    private final PidFile pidFile;

    private StackLock(FileChannel channel, PidFile pidFile) {
        this.channel = channel;
        this.pidFile = pidFile;
    }

    static StackLock take(Layout layout) {
        try {
            Path file = layout.ensure(layout.home()).resolve("lock");
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new ProgramFailed("A stack already runs on " + layout.home() + ": okno status, okno down");
            }
            return new StackLock(channel, pidFile(layout));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    /** Tells {@code okno down} whom to ask; written after orphans of an earlier supervisor are gone. */
    void announce() {
        pidFile.write(ProcessHandle.current());
    }

    static PidFile pidFile(Layout layout) {
        return new PidFile(layout.home().resolve(SUPERVISOR + ".pid"));
    }

    @Override
    public void close() {
        pidFile.delete();
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
