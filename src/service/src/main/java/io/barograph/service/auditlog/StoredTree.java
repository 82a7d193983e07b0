package io.barograph.service.auditlog;

import io.barograph.engine.audit.merkle.Frontier;
import io.barograph.engine.audit.merkle.Hash;
import io.barograph.engine.audit.merkle.TreeNodes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The hashes of the tree as they are stored: complete tiles of 256, and single ones where a tile is not complete yet. */
@Component
public class StoredTree {

    static final int TILE_LEVELS = 8;
    static final int TILE_WIDTH = 1 << TILE_LEVELS;

    private static final int TILES_REMEMBERED = 256;

    private record Place(int level, long index) {}

    private final LogRows rows;
    private final Map<Place, byte[]> tiles = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, byte[]> eldest) {
            return size() > TILES_REMEMBERED;
        }
    };

    StoredTree(LogRows rows) {
        this.rows = rows;
    }

    /**
     * The tree of the first leaves, for many questions about the same size.
     *
     * @param size at most that of the log
     */
    public TreeNodes of(long size) {
        return new Sized(size);
    }

    private byte[] tile(Place place) {
        synchronized (tiles) {
            byte[] known = tiles.get(place);
            if (known != null) {
                return known;
            }
        }
        byte[] read = rows.tile(place.level(), place.index())
                .orElseThrow(() -> new LogDamagedException("the log lacks the hashes of its tree at level "
                        + place.level() * TILE_LEVELS + ", tile " + place.index()));
        if (read.length != TILE_WIDTH * Hash.LENGTH) {
            throw new LogDamagedException(
                    "the hashes of the log's tree at level " + place.level() * TILE_LEVELS + ", tile " + place.index()
                            + " are " + read.length + " bytes instead of " + TILE_WIDTH * Hash.LENGTH);
        }
        synchronized (tiles) {
            tiles.put(place, read);
        }
        return read;
    }

    private final class Sized implements TreeNodes {

        private final long size;
        private final Map<Integer, List<Hash>> edges = new ConcurrentHashMap<>();

        Sized(long size) {
            this.size = size;
        }

        @Override
        public Hash node(int level, long index) {
            int tileLevel = level / TILE_LEVELS;
            int height = level % TILE_LEVELS;
            long first = index << height;
            long tile = first / TILE_WIDTH;
            int position = (int) (first % TILE_WIDTH);
            Frontier subtree = Frontier.EMPTY;
            if (tile < (size >> (TILE_LEVELS * tileLevel)) / TILE_WIDTH) {
                byte[] hashes = tile(new Place(tileLevel, tile));
                for (int i = position; i < position + (1 << height); i++) {
                    subtree = subtree.append(Hash.at(hashes, i));
                }
            } else {
                List<Hash> edge = edges.computeIfAbsent(tileLevel, this::edge);
                for (int i = position; i < position + (1 << height); i++) {
                    subtree = subtree.append(edge.get(i));
                }
            }
            return subtree.root();
        }

        /** The hashes of the tile that is not complete at this size. */
        private List<Hash> edge(int tileLevel) {
            long count = size >> (TILE_LEVELS * tileLevel);
            long from = count / TILE_WIDTH * TILE_WIDTH;
            List<Hash> hashes = tileLevel == 0 ? rows.leaves(from, count) : rows.tileRoots(tileLevel - 1, from, count);
            if (hashes.size() != count - from) {
                throw new LogDamagedException("the log lacks hashes of its tree at level " + tileLevel * TILE_LEVELS
                        + " between " + from + " and " + (count - 1));
            }
            return hashes;
        }
    }
}
