package io.github.centrifugorpc.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.zip.CRC32;

/**
 * The keys of one account's share. Accounts are spread over buckets; all keys of a bucket, and so of a call, are in one
 * hash slot of a Redis Cluster, together with the bucket's epoch.
 */
record ShareKeys(String prefix, String account) {

    static final int BUCKETS = 256;

    /** In the order in which scripts take them. The account stands last, so that none can be read as another. */
    byte[][] all() {
        var checksum = new CRC32();
        checksum.update(account.getBytes(UTF_8));
        var bucket = bucket(prefix, (int) (checksum.getValue() % BUCKETS));
        return new byte[][] {
            (bucket + "calls:" + account).getBytes(UTF_8),
            (bucket + "order:" + account).getBytes(UTF_8),
            (bucket + "epoch").getBytes(UTF_8)
        };
    }

    /** The epoch of a bucket. */
    static byte[] epoch(String prefix, int bucket) {
        return (bucket(prefix, bucket) + "epoch").getBytes(UTF_8);
    }

    private static String bucket(String prefix, int number) {
        return prefix + "{" + Integer.toHexString(number) + "}:";
    }
}
