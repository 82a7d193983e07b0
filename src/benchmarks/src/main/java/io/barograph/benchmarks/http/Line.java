package io.barograph.benchmarks.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection that is kept open, spoken over by hand so that the client takes little of the processor that it shares with the
 * service. Not for several threads.
 */
final class Line implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    /** So much is taken by buffers on the way whoever listens. */
    private static final int AT_ONCE = 64 * 1024;

    private static final String DECISIONS = "/api/v1/decisions";

    /** @param body empty unless it was asked for */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    record Reply(int status, long length, byte[] body) {

        boolean isGood() {
            return status >= 200 && status < 300;
        }
    }

    private final int port;
    private final byte[] buffer = new byte[BUFFER];
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private volatile boolean over;

    Line(int port) throws IOException {
        this.port = port;
        this.socket = connected(port);
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        this.out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
    }

    private static Socket connected(int port) throws IOException {
        Socket socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(120_000);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    /**
     * The head and body of a request, to be sent as they are, many times.
     *
     * @param path of the service, or of an endpoint of the benchmark
     */
    static byte[] request(String method, String path, String type, byte[] body) {
        ByteArrayOutputStream request = new ByteArrayOutputStream(body.length + 200);
        boolean benchmark = path.startsWith("/benchmark/");
        request.writeBytes((method + " " + (benchmark ? doorOf(path) : path)
                        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                        + BenchmarkDoor.TOKEN + (benchmark ? "\r\n" + BenchmarkDoor.HEADER + ": " + path : "")
                        + "\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        return request.toByteArray();
    }

    /** The call of the service whose door an endpoint of the benchmark stands behind. */
    private static String doorOf(String path) {
        return path.startsWith(EngineEndpoint.PATH) ? DECISIONS + "/batch" : DECISIONS;
    }

    /** Sends a request and reads its answer to the end. */
    Reply ask(byte[] request, boolean keepBody) throws IOException {
        if (over) {
            socket.close();
            socket = connected(port);
            in = new BufferedInputStream(socket.getInputStream(), BUFFER);
            out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
            over = false;
        }
        if (request.length <= AT_ONCE) {
            out.write(request);
            out.flush();
            return read(keepBody);
        }
        Thread sending = new Thread(() -> send(request), "sends");
        sending.setDaemon(true);
        sending.start();
        return read(keepBody);
    }

    /** A batch is answered while it is sent: who does not listen meanwhile blocks the other side. */
    private void send(byte[] request) {
        try {
            out.write(request);
            out.flush();
        } catch (IOException cut) {
            over = true; // what was answered before tells why
        }
    }

    private Reply read(boolean keepBody) throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        long length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(
                        lower.substring("content-length:".length()).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.contains("chunked");
            } else if (lower.startsWith("connection:")) {
                over = lower.contains("close");
            }
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream(keepBody ? BUFFER : 0);
        long read = 0;
        if (chunked) {
            for (long chunk = Long.parseLong(line(), 16); chunk > 0; chunk = Long.parseLong(line(), 16)) {
                read += take(chunk, keepBody, body);
                line();
            }
            line();
        } else {
            read = take(length, keepBody, body);
        }
        return new Reply(status, read, body.toByteArray());
    }

    private long take(long length, boolean keepBody, ByteArrayOutputStream body) throws IOException {
        for (long left = length; left > 0; ) {
            int got = in.read(buffer, 0, (int) Math.min(left, BUFFER));
            if (got < 0) {
                throw new EOFException("the service hung up in the middle of an answer");
            }
            if (keepBody) {
                body.write(buffer, 0, got);
            }
            left -= got;
        }
        return length;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the service hung up");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
