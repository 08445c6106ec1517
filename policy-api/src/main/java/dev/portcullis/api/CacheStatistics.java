package dev.portcullis.api;

/**
 * What a cache has done since its engine was built.
 *
 * @param hits how often it had what was asked for
 * @param misses how often it had not
 * @param evictions how many entries it dropped for lack of room
 * @param size how many entries it holds now, roughly
 */
public record CacheStatistics(long hits, long misses, long evictions, long size) {}
