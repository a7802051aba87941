package okno.payment.checkout;

import okno.payment.checkout.domain.PaymentRefused.VerdictDiffers;
import okno.payment.provider.CallbackSignature;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Believes a callback only when its signature proves it, and leaves a trace of every one that is refused. */
@Service
public class ReceiveCallback {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiveCallback.class);

    private final CallbackSignature signature;
    private final ApplyProviderResult applyProviderResult;
    private final RecordRefusedCallback recordRefusedCallback;

    ReceiveCallback(
            CallbackSignature signature,
            ApplyProviderResult applyProviderResult,
            RecordRefusedCallback recordRefusedCallback) {
        this.signature = signature;
        this.applyProviderResult = applyProviderResult;
        this.recordRefusedCallback = recordRefusedCallback;
    }

    /** False, with an audit entry, when the callback is forged or stale; nothing of its body has been read then. */
    public boolean genuine(CallbackSignature.Headers headers, byte[] body) {
        if (signature.proves(headers, body)) {
            return true;
        }
        LOG.warn("A payment callback with a wrong or stale signature was refused");
        recordRefusedCallback.handle("signature");
        return false;
    }

    /** Applies a callback that {@link #genuine} has proved. */
    public void handle(ApplyProviderResult.Command verdict) {
        try {
            applyProviderResult.handle(verdict);
        } catch (VerdictDiffers e) {
            LOG.error("The provider's verdict on payment {} names another sum or session", verdict.paymentId());
            recordRefusedCallback.handle(verdict.paymentId().toString());
            throw e;
        }
    }
}
