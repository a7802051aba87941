package okno.application.vault;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Seals on threads that stay. Tink keeps a source of random numbers for each thread; a virtual thread lives for one request and
 * would have one made for it, which takes many times as long as the sealing (ADR 0082). Opening needs no random numbers.
 */
final class SealingThreads implements Aead {

    private final Aead aead;
    private final ExecutorService threads;

    SealingThreads(Aead aead, int threads) {
        this.aead = aead;
        this.threads = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("sealing-", 1).daemon().factory());
    }

    @Override
    public byte[] encrypt(byte[] clear, byte[] place) throws GeneralSecurityException {
        Future<byte[]> sealed = threads.submit(() -> aead.encrypt(clear, place));
        try {
            return sealed.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GeneralSecurityException fault) {
                throw fault;
            }
            throw new IllegalStateException("cannot seal", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sealing", e);
        }
    }

    @Override
    public byte[] decrypt(byte[] sealed, byte[] place) throws GeneralSecurityException {
        return aead.decrypt(sealed, place);
    }
}
