package io.barograph.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** A file that may be compressed by gzip, whatever it is called. */
final class Unpacked {

    private static final int BUFFER = 1 << 16;

    private Unpacked() {}

    /** @param in supports marks */
    static InputStream of(InputStream in) throws IOException {
        in.mark(2);
        boolean packed = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return packed ? new GZIPInputStream(in, BUFFER) : in;
    }
}
