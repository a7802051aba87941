package okno.platform.documents.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBlobsTest extends BlobsContract {

    @TempDir
    Path directory;

    @Override
    Blobs blobs() {
        return new FileBlobs(directory);
    }

    @Test
    void writes_while_the_content_still_comes() throws IOException {
        InputStream first = new ByteArrayInputStream(content(MEGABYTE));
        InputStream rest = new InputStream() {
            @Override
            public int read() throws IOException {
                List<Path> written = files();
                assertThat(written).hasSize(1);
                assertThat(written.getFirst().toString()).endsWith(".part");
                assertThat(Files.size(written.getFirst())).isGreaterThan(MEGABYTE / 2);
                return -1;
            }
        };

        store.put(id, new SequenceInputStream(first, rest));

        assertThat(store.get(id)).hasSize(MEGABYTE);
        assertThat(files()).hasSize(1);
    }

    @Test
    void what_a_crash_left_half_written_is_forgotten_when_it_is_old() throws IOException {
        store.put(id, new ByteArrayInputStream(content(10)));
        Path folder = files().getFirst().getParent();
        Path old = Files.createFile(folder.resolve(id + ".old.part"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(7200)));
        Path young = Files.createFile(folder.resolve(id + ".young.part"));

        store.forgetUnfinished(Instant.now().minusSeconds(3600));

        assertThat(old).doesNotExist();
        assertThat(young).exists();
        assertThat(store.get(id)).hasSize(10);
        assertThat(ids(Instant.now().plusSeconds(60))).containsExactly(id);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(directory)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }
}
