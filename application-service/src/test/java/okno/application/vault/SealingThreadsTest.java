package okno.application.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class SealingThreadsTest {

    private final Set<Thread> sealedOn = ConcurrentHashMap.newKeySet();
    private final Aead sealing = new SealingThreads(new Recorded(), 2);

    @Test
    void however_many_virtual_threads_seal_it_is_done_on_the_same_few() throws GeneralSecurityException {
        try (ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                requests.submit(() -> sealing.encrypt(new byte[] {1}, new byte[] {2}));
            }
        }

        assertThat(sealedOn).hasSizeBetween(1, 2).noneMatch(Thread::isVirtual);
        assertThat(sealing.encrypt(new byte[] {1}, new byte[] {2})).containsExactly(1, 2);
    }

    @Test
    void what_goes_wrong_is_said_to_who_asked() {
        assertThatThrownBy(() -> sealing.encrypt(new byte[0], new byte[0]))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessage("nothing to seal");
    }

    private final class Recorded implements Aead {

        @Override
        public byte[] encrypt(byte[] clear, byte[] place) throws GeneralSecurityException {
            if (clear.length == 0) {
                throw new GeneralSecurityException("nothing to seal");
            }
            sealedOn.add(Thread.currentThread());
            return new byte[] {clear[0], place[0]};
        }

        @Override
        public byte[] decrypt(byte[] sealed, byte[] place) {
            return sealed;
        }
    }
}
