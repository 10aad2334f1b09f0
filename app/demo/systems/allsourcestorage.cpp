// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/systems/allsourcestorage.h"

#include <algorithm>
#include <cmath>

namespace sightglass::demo {

namespace {

constexpr double eventBytes = 1'400;
constexpr double logSegmentBytes = 512 * 1024;
constexpr double keptLogSegments = 3;
constexpr double flushSeconds = 4;
/// A busy store merges small files often: whoever looks for half a minute sees it happen.
constexpr double compactionSeconds = 10;
/// What compaction leaves of what it merges.
constexpr double compactedShare = 0.25;
/// A compaction that fails is tried again so soon, and leaves so much behind each time until the disk is kept
/// from filling up.
constexpr double retrySeconds = 5;
constexpr double orphanBytes = 64e6;
constexpr double mostOrphanBytes = 3e9;
/// Beyond this the oldest files go to the archive.
constexpr double archiveAboveBytes = 9.78e9;
constexpr double archivedFileBytes = 9.8e6;
constexpr double fewestFiles = 40;
constexpr double snapshotSeconds = 12;
constexpr double keptSnapshots = 24;
constexpr double replayPauseSeconds = 6;
constexpr double replayedPerSecond = 6'000;

} // namespace

void AllSourceStorage::step(const Work &work, const Disturbance &felt, ModelRandom &random)
{
    m_events += work.events;
    m_entities += work.entities;
    flush(work, felt);
    compact(work.seconds, felt, random);
    takeSnapshots(work.seconds, felt, random);
    replay(work.seconds, felt, random);
}

void AllSourceStorage::flush(const Work &work, const Disturbance &felt)
{
    m_logBytes += work.events * eventBytes;
    // A slow disk writes files later, and the log piles up meanwhile.
    const double flushes = m_flushes.times(work.seconds, flushSeconds * std::sqrt(felt.slowness));
    if (flushes == 0)
        return;
    const double kept = std::min(m_logBytes, keptLogSegments * logSegmentBytes);
    m_smallFiles += flushes;
    m_files += flushes;
    m_smallBytes += std::floor(m_logBytes - kept);
    m_fileBytes += std::floor(m_logBytes - kept);
    m_logBytes = kept;
}

void AllSourceStorage::compact(double seconds, const Disturbance &felt, ModelRandom &random)
{
    if (felt.breaksThings()) {
        const double attempts = m_failedAttempts.times(seconds, retrySeconds);
        m_orphanBytes = std::min(mostOrphanBytes, m_orphanBytes + attempts * orphanBytes);
        // After the last failure the next one is due a whole period later.
        m_compactionStarts = ModelTimer();
        return;
    }
    for (double due = m_compactionStarts.times(seconds, compactionSeconds); due >= 1; --due)
        compactOnce(std::max(2.0, std::floor(m_smallFiles / due)), felt, random);
    for (; m_fileBytes > archiveAboveBytes && m_files > fewestFiles; --m_files)
        m_fileBytes -= archivedFileBytes;
}

void AllSourceStorage::compactOnce(double files, const Disturbance &felt, ModelRandom &random)
{
    if (m_smallFiles < files)
        return;
    const double bytes = std::floor(m_smallBytes * files / m_smallFiles);
    const double saved = std::floor(bytes * (1 - compactedShare));
    ++m_compactions;
    m_compactionDurations.observe(1.1 * random.logNormal(1, 0.4) * felt.slowness);
    m_filesMerged += files;
    m_files -= files - 1;
    m_bytesSaved += saved + m_orphanBytes;
    m_fileBytes -= saved;
    m_orphanBytes = 0;
    m_smallFiles -= files;
    m_smallBytes -= bytes;
}

void AllSourceStorage::takeSnapshots(double seconds, const Disturbance &felt, ModelRandom &random)
{
    for (double left = m_snapshotStarts.times(seconds, snapshotSeconds); left >= 1; --left) {
        ++m_snapshotsCreated;
        m_snapshotDurations.observe(0.35 * random.logNormal(1, 0.4) * std::sqrt(felt.slowness));
    }
}

void AllSourceStorage::replay(double seconds, const Disturbance &felt, ModelRandom &random)
{
    while (seconds > 0) {
        const bool pauses = m_replayLength == 0;
        const double left = (pauses ? replayPauseSeconds : m_replayLength) - m_replaySeconds;
        const double now = std::min(seconds, left);
        m_replaySeconds += now;
        seconds -= now;
        if (!pauses)
            m_replayed += random.count(replayedPerSecond * now / std::pow(felt.slowness, 0.5));
        if (now < left)
            return;
        if (pauses) {
            ++m_replaysStarted;
            m_replaySeconds = 0;
            m_replayLength = random.between(4, 9);
        } else {
            endReplay(felt, random);
        }
    }
}

void AllSourceStorage::endReplay(const Disturbance &felt, ModelRandom &random)
{
    const bool failed = random.between(0, 1) < 1.8 * felt.errorShare;
    (failed ? m_replaysFailed : m_replaysCompleted) += 1;
    m_replayDurations.observe(m_replaySeconds);
    m_replaySeconds = 0;
    m_replayLength = 0;
}

void AllSourceStorage::put(MetricsPage &page) const
{
    page.gauge("storage_events_total", "Events in the store.").add({}, m_events);
    page.gauge("storage_entities_total", "Entities in the store.").add({}, m_entities);
    page.gauge("storage_size_bytes", "Size of all files.").add({}, bytes());
    page.gauge("parquet_files_total", "Parquet files.").add({}, m_files);
    page.gauge("wal_segments_total", "Segments of the write-ahead log.")
        .add({}, 1 + std::floor(m_logBytes / logSegmentBytes));
    page.counter("snapshots_created_total", "Snapshots that were taken.").add({}, m_snapshotsCreated);
    page.gauge("snapshots_total", "Snapshots that are kept.")
        .add({}, std::min(keptSnapshots, m_snapshotsCreated));
    page.histogram("snapshot_creation_duration_seconds", "Time that taking a snapshot took.")
        .add({}, m_snapshotDurations);
    page.counter("compactions_total", "Compactions that succeeded.").add({}, m_compactions);
    page.counter("compaction_files_merged", "Files that compactions merged.").add({}, m_filesMerged);
    page.counter("compaction_bytes_saved", "Bytes that compactions freed.").add({}, m_bytesSaved);
    page.histogram("compaction_duration_seconds", "Time that a compaction took.")
        .add({}, m_compactionDurations);
    putReplays(page);
}

void AllSourceStorage::putReplays(MetricsPage &page) const
{
    page.counter("replays_started_total", "Replays that began.").add({}, m_replaysStarted);
    page.counter("replays_completed_total", "Replays that ended well.").add({}, m_replaysCompleted);
    page.counter("replays_failed_total", "Replays that broke off.").add({}, m_replaysFailed);
    page.counter("replay_events_processed", "Events that replays read again.").add({}, m_replayed);
    page.histogram("replay_duration_seconds", "Time that a replay took.").add({}, m_replayDurations);
}

} // namespace sightglass::demo
