package okno.notification.channel.sms;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliveryReceipt;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.DeliveryReceiptState;
import org.jsmpp.util.MessageId;

/** A message centre on jSMPP's own server session: takes, refuses or falls silent, and sends delivery receipts. */
public final class MessageCentre implements ServerMessageReceiverListener, AutoCloseable {

    /** What it does with a message. */
    public enum Mood {
        ACCEPTING,
        REFUSING,
        THROTTLING,
        SILENT
    }

    public final List<SubmitSm> received = new CopyOnWriteArrayList<>();
    public volatile Mood mood = Mood.ACCEPTING;

    private final SMPPServerSessionListener listener;
    private final AtomicInteger ids = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile SMPPServerSession session;

    public MessageCentre(int port) throws IOException {
        listener = new SMPPServerSessionListener(port);
        listener.setTimeout(200);
        Thread.ofPlatform().daemon().start(this::accept);
    }

    private void accept() {
        while (closed.getCount() > 0) {
            try {
                SMPPServerSession found = listener.accept();
                found.setMessageReceiverListener(this);
                found.waitForBind(5000).accept("centre", InterfaceVersion.IF_34);
                session = found;
            } catch (IOException | TimeoutException | PDUStringException e) {
                // Nobody came, or they left again.
            }
        }
    }

    /** Tells what became of the message with this id of ours. */
    public void receipt(String messageId, DeliveryReceiptState state) {
        var receipt = new DeliveryReceipt(messageId, 1, 1, new Date(), new Date(), state, "000", "text");
        try {
            session.deliverShortMessage(
                    "",
                    TypeOfNumber.INTERNATIONAL,
                    NumberingPlanIndicator.ISDN,
                    "79990001122",
                    TypeOfNumber.ALPHANUMERIC,
                    NumberingPlanIndicator.UNKNOWN,
                    "OKNO",
                    new ESMClass(MessageMode.DEFAULT, MessageType.SMSC_DEL_RECEIPT, GSMSpecificFeature.DEFAULT),
                    (byte) 0,
                    (byte) 0,
                    new RegisteredDelivery(0),
                    DataCodings.ZERO,
                    receipt.toString().getBytes(US_ASCII));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm submitSm, SMPPServerSession source) throws ProcessRequestException {
        received.add(submitSm);
        switch (mood) {
            case ACCEPTING -> {}
            case REFUSING -> throw new ProcessRequestException("address", SMPPConstant.STAT_ESME_RINVDSTADR);
            case THROTTLING -> throw new ProcessRequestException("slowly", SMPPConstant.STAT_ESME_RTHROTTLED);
            case SILENT -> waitUntilClosed();
        }
        try {
            return new SubmitSmResult(new MessageId("id" + ids.incrementAndGet()), new OptionalParameter[0]);
        } catch (PDUStringException e) {
            throw new IllegalStateException(e);
        }
    }

    private void waitUntilClosed() {
        try {
            closed.await(3, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti submitMulti, SMPPServerSession source)
            throws ProcessRequestException {
        throw notAgreed();
    }

    @Override
    public QuerySmResult onAcceptQuerySm(QuerySm querySm, SMPPServerSession source) throws ProcessRequestException {
        throw notAgreed();
    }

    @Override
    public void onAcceptReplaceSm(ReplaceSm replaceSm, SMPPServerSession source) throws ProcessRequestException {
        throw notAgreed();
    }

    @Override
    public void onAcceptCancelSm(CancelSm cancelSm, SMPPServerSession source) throws ProcessRequestException {
        throw notAgreed();
    }

    @Override
    public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm broadcastSm, SMPPServerSession source)
            throws ProcessRequestException {
        throw notAgreed();
    }

    @Override
    public void onAcceptCancelBroadcastSm(CancelBroadcastSm cancelBroadcastSm, SMPPServerSession source)
            throws ProcessRequestException {
        throw notAgreed();
    }

    @Override
    public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm queryBroadcastSm, SMPPServerSession source)
            throws ProcessRequestException {
        throw notAgreed();
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm dataSm, Session source) throws ProcessRequestException {
        throw notAgreed();
    }

    private static ProcessRequestException notAgreed() {
        return new ProcessRequestException("not agreed", SMPPConstant.STAT_ESME_RINVCMDID);
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        if (session != null) {
            session.close();
        }
        listener.close();
    }
}
