package okno.notification.channel.sms;

import java.util.Locale;
import okno.notification.channel.ReceiptArrived;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.DeliveryReceipt;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.util.DeliveryReceiptState;
import org.jsmpp.util.InvalidDeliveryReceiptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;

/** Hears delivery receipts (SMPP 3.4, appendix B). What cannot be kept now is refused, and the centre says it again. */
final class SmppReceipts implements MessageReceiverListener {

    private static final Logger LOG = LoggerFactory.getLogger(SmppReceipts.class);

    private final String provider;
    private final ApplicationEventPublisher publisher;

    SmppReceipts(String provider, ApplicationEventPublisher publisher) {
        this.provider = provider;
        this.publisher = publisher;
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm deliverSm) throws ProcessRequestException {
        if (!deliverSm.isSmscDeliveryReceipt()) {
            // Somebody answers our SMS; nobody reads that.
            return;
        }
        DeliveryReceipt receipt;
        try {
            receipt = deliverSm.getShortMessageAsDeliveryReceipt();
        } catch (InvalidDeliveryReceiptException e) {
            LOG.warn("{} sent a receipt that cannot be read", provider);
            return;
        }
        try {
            publisher.publishEvent(arrived(receipt));
        } catch (RuntimeException e) {
            throw new ProcessRequestException("not now", SMPPConstant.STAT_ESME_RX_T_APPN, e);
        }
    }

    private ReceiptArrived arrived(DeliveryReceipt receipt) {
        DeliveryReceiptState state = receipt.getFinalStatus();
        return new ReceiptArrived(
                provider,
                null,
                receipt.getId(),
                switch (state) {
                    case DELIVRD -> ReceiptArrived.State.DELIVERED;
                    // Unknown is no verdict: another receipt may follow.
                    case ACCEPTD, ENROUTE, UNKNOWN -> ReceiptArrived.State.SENT;
                    default -> ReceiptArrived.State.FAILED;
                },
                state.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification alertNotification) {
        // Tells that a phone is back; the centre itself sends what waits for it.
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm dataSm, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("data_sm is not agreed", SMPPConstant.STAT_ESME_RINVCMDID);
    }
}
