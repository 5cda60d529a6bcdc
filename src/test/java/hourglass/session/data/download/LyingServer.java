package hourglass.session.data.download;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An HTTP server on this machine that says exactly what it is told to, byte by byte, however wrong. */
final class LyingServer implements AutoCloseable {
    /** What a request gets. The connection is closed afterwards. */
    @FunctionalInterface
    interface Reply {
        void send(Socket socket) throws IOException, InterruptedException;
    }

    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Map<String, List<Reply>> replies = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch firstRequest = new CountDownLatch(1);
    private final CountDownLatch hangUp = new CountDownLatch(1);

    LyingServer() throws IOException {
        startThread(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/data/");
    }

    /** Answers to the first, second, … request for a file; the last one is repeated. */
    LyingServer on(String file, Reply... inTurn) {
        replies.put("/data/" + file, List.of(inTurn));
        return this;
    }

    /** The paths asked for, in order. */
    List<String> requests() {
        return requests;
    }

    void awaitFirstRequest() throws InterruptedException {
        firstRequest.await();
    }

    /** Whether a client hung up while it was being answered, within ten seconds. */
    boolean sawAHangUp() throws InterruptedException {
        return hangUp.await(10, TimeUnit.SECONDS);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                startThread(() -> answer(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String request = in.readLine();
            if (request == null) {
                return; // It hung up before it asked.
            }
            String path = request.split(" ", -1)[1];
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                // The request's headers do not matter.
            }
            replyTo(path).send(socket);
        } catch (IOException | InterruptedException clientLeft) {
            hangUp.countDown(); // Clients that hang up are part of the tests.
        }
    }

    private synchronized Reply replyTo(String path) {
        int before = (int) requests.stream().filter(path::equals).count();
        requests.add(path);
        firstRequest.countDown();
        List<Reply> inTurn = replies.getOrDefault(path, List.of(status(404)));
        return inTurn.get(Math.min(before, inTurn.size() - 1));
    }

    private static void startThread(Runnable work) {
        Thread thread = new Thread(work, "lying-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** The truth: the bytes, with their length. */
    static Reply file(byte[] bytes) {
        return declaring(bytes.length, bytes);
    }

    /** The bytes, with any length in the head. */
    static Reply declaring(long length, byte[] bytes) {
        return socket -> send(socket, head(200, "Content-Length: " + length), bytes);
    }

    /** The bytes without a length; their end is the end of the connection. */
    static Reply undeclared(byte[] bytes) {
        return socket -> send(socket, head(200, "X-Length: unknown"), bytes);
    }

    /** The bytes without a length, then nothing, ever. */
    static Reply undeclaredThenStalled(byte[] bytes) {
        return socket -> {
            undeclared(bytes).send(socket);
            NEVER.await();
        };
    }

    /** Bytes without end. */
    static Reply endless() {
        return socket -> {
            send(socket, head(200, "X-Length: unknown"), new byte[0]);
            while (true) {
                send(socket, "", new byte[8192]);
            }
        };
    }

    static Reply status(int status) {
        return socket -> send(socket, head(status, "Content-Length: 2"), new byte[] {'n', 'o'});
    }

    static Reply html(int length) {
        return socket -> send(
                socket,
                head(200, "Content-Type: text/html; charset=utf-8", "Content-Length: " + length),
                new byte[length]);
    }

    static Reply redirect(String location) {
        return socket -> send(socket, head(302, "Location: " + location, "Content-Length: 0"), new byte[0]);
    }

    /** Accepts the request and says nothing, ever. */
    static Reply silence() {
        return socket -> NEVER.await();
    }

    /** A true head, the first bytes, then nothing, ever. */
    static Reply stalledAfter(int count, byte[] bytes) {
        return socket -> {
            sendStart(socket, count, bytes);
            NEVER.await();
        };
    }

    /** A true head, the first bytes, then a reset connection. */
    static Reply resetAfter(int count, byte[] bytes) {
        return socket -> {
            sendStart(socket, count, bytes);
            socket.setSoLinger(true, 0);
        };
    }

    /** The truth, once the latch is open. */
    static Reply fileAfter(CountDownLatch latch, byte[] bytes) {
        return socket -> {
            latch.await();
            file(bytes).send(socket);
        };
    }

    private static void sendStart(Socket socket, int count, byte[] bytes) throws IOException {
        byte[] start = new byte[count];
        System.arraycopy(bytes, 0, start, 0, count);
        send(socket, head(200, "Content-Length: " + bytes.length), start);
    }

    private static String head(int status, String... headers) {
        return "HTTP/1.1 " + status + " X\r\nConnection: close\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
    }

    private static void send(Socket socket, String head, byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.flush();
    }
}
