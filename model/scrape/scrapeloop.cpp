// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/scrapeloop.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace sightglass {

namespace {

// Part of the interval by which the end of a target waits longer than the scrapes it waits for.
constexpr std::int64_t lateness = 10;

// In intervals.
constexpr std::int64_t longestWait = 3;

// Of an answer that is refused. A whole page whose Content-Type is missing is examined, where one looks.
constexpr std::size_t refusedBytes = std::size_t{64} << 10U;
constexpr std::size_t watchedRefusedBytes = std::size_t{1} << 20U;
constexpr std::int64_t refusedWithinMs = 1000;

// More is slept in parts: a timer counts in int.
constexpr std::int64_t longestSleepMs = 24LL * 3600 * 1000;

/// What makes a target's phase: two targets of one address with other labels or another path are spread too.
ScrapeGrid gridOf(const TargetConfig &config)
{
    const std::string identity = targetLabels(config).toString() + displayUrl(config.url).toStdString();
    return scrapeGrid(identity, effectiveIntervalMs(config));
}

} // namespace

ScrapeLoop::ScrapeLoop(Context context, const TargetConfig &config, std::unique_ptr<Fetcher> fetcher,
                       QObject *parent)
    : QObject(parent)
    , m_context(std::move(context))
    , m_fetcher(std::move(fetcher))
    , m_appender(m_context.head, targetLabels(config), config.samples)
    , m_grid(gridOf(config))
{
    m_status.config = config;
    m_status.labels = targetLabels(config);
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &ScrapeLoop::onTimer);
}

ScrapeLoop::~ScrapeLoop()
{
    m_fetcher->cancel();
}

void ScrapeLoop::start()
{
    const TimestampMs now = m_context.clock.nowMs();
    scrape(now);
    planNext(nextDueAfterFirst(m_grid, now));
}

void ScrapeLoop::reconfigure(const TargetConfig &config, std::unique_ptr<Fetcher> fetcher)
{
    m_fetcher->cancel();
    m_fetcher = std::move(fetcher);
    m_underWay = false;
    m_captured.reset(); // it may be another address's
    m_refused.reset();
    m_status.config = config;
    m_grid = gridOf(config);
    start();
}

void ScrapeLoop::end()
{
    m_timer.stop();
    m_fetcher->cancel();
    m_underWay = false;
    m_isEnding = true;
    m_endTime = std::max(nextDue(m_grid, m_context.clock.nowMs()), m_appender.lastTimestamp() + 1);
    planNext(m_endTime + m_grid.intervalMs + m_grid.intervalMs / lateness);
}

void ScrapeLoop::writeEnd()
{
    m_appender.end(m_endTime);
    emit ended();
}

void ScrapeLoop::setWatched(bool watched)
{
    if (m_watched == watched)
        return;
    m_watched = watched;
    m_captured.reset();
    if (watched && !m_underWay && m_status.lastScrape)
        capture();
}

void ScrapeLoop::capture()
{
    PageCapture page;
    page.targetId = m_status.config.id;
    page.url = m_status.config.url.adjusted(QUrl::RemoveUserInfo);
    page.intervalMs = m_grid.intervalMs;
    page.at = *m_status.lastScrape;
    page.body = m_buffer;
    page.refused = m_refused;
    page.format = m_format;
    page.transfer = m_transfer;
    page.durationMs = std::llround(m_status.durationSeconds * 1000);
    page.error = m_status.error;
    m_captured = std::make_shared<const PageCapture>(std::move(page));
}

void ScrapeLoop::planNext(TimestampMs due)
{
    m_due = due;
    const TimestampMs wait = due - m_context.clock.nowMs();
    m_timer.start(static_cast<int>(
        std::clamp<TimestampMs>(wait, 0, std::min(longestWait * m_grid.intervalMs, longestSleepMs))));
}

void ScrapeLoop::onTimer()
{
    const TimestampMs now = m_context.clock.nowMs();
    // Further away than it was planned: the clock was set back.
    const bool endLater = m_isEnding && now < m_due && m_due - now <= longestWait * m_grid.intervalMs;
    if (endLater || (!m_isEnding && !isDue(m_grid, m_due, now))) {
        planNext(m_due);
        return;
    }
    if (m_isEnding)
        return writeEnd();
    if (m_underWay)
        m_status.skipped += std::max<std::uint64_t>(1, dueCount(m_grid, m_due, now));
    else
        scrape(now);
    planNext(nextDue(m_grid, now));
}

void ScrapeLoop::scrape(TimestampMs now)
{
    m_underWay = true;
    m_scrapeTime = alignedTimestamp(m_grid, now);
    m_startedNs = m_context.clock.monotonicNs();
    const TargetConfig &config = m_status.config;
    m_fetcher->start({config.url, effectiveTimeoutMs(config), config.samples.limits.bodySize,
                      std::move(m_buffer), refusedReading()},
                     [this](Result<FetchedPage> page) { onFetched(std::move(page)); });
}

/// Well before the next scrape, which would end it.
RefusedReading ScrapeLoop::refusedReading()
{
    return {[this](RefusedAnswer answer, PageTransfer transfer) {
                onRefused(std::move(answer), std::move(transfer));
            },
            m_watched ? watchedRefusedBytes : refusedBytes, std::min(refusedWithinMs, m_grid.intervalMs / 2)};
}

void ScrapeLoop::onRefused(RefusedAnswer answer, PageTransfer transfer)
{
    m_refused = std::make_shared<const RefusedAnswer>(std::move(answer));
    m_transfer = std::move(transfer);
    if (!m_watched)
        return;
    capture();
    emit capturedRefused();
}

void ScrapeLoop::onFetched(Result<FetchedPage> page)
{
    m_underWay = false;
    if (m_context.cancel.stop_requested())
        return;
    m_transfer = page ? std::move(page->transfer) : PageTransfer();
    m_refused.reset();
    m_status.bodyBytes = page ? page->body.size() : 0;
    ScrapeOutcome outcome;
    if (page) {
        outcome = takeOver(*page);
    } else {
        outcome.error = page.error();
        m_buffer.clear();
        m_appender.appendFailure(m_scrapeTime);
    }
    if (m_context.cancel.stop_requested())
        return;
    ScrapeReport report;
    report.verdict = outcome.error ? ScrapeVerdict::Down : ScrapeVerdict::Up;
    report.durationSeconds = static_cast<double>(m_context.clock.monotonicNs() - m_startedNs) / 1e9;
    report.counts = outcome.counts;
    const bool tooLarge = outcome.error && outcome.error->code == ErrorCode::BodyTooLarge;
    report.bodyBytes = tooLarge ? -1 : static_cast<std::int64_t>(m_status.bodyBytes);
    report.timeoutSeconds = static_cast<double>(effectiveTimeoutMs(m_status.config)) / 1e3;
    report.sampleLimit = m_status.config.samples.limits.samples;
    m_appender.finish(report, m_scrapeTime);
    note(outcome, report);
    // One page for each scrape: with the answer, where that is still being read.
    if (m_watched && !m_fetcher->isReadingRefused())
        capture();
    emit scraped();
}

ScrapeOutcome ScrapeLoop::takeOver(FetchedPage &page)
{
    ScrapeOutcome outcome = m_appender.append({page.body, page.format}, m_scrapeTime, m_context.cancel);
    m_buffer = std::move(page.body);
    m_format = page.format;
    return outcome;
}

void ScrapeLoop::note(const ScrapeOutcome &outcome, const ScrapeReport &report)
{
    m_status.health = outcome.error ? TargetHealth::Down : TargetHealth::Up;
    m_status.error = outcome.error;
    m_status.lastScrape = m_scrapeTime;
    m_status.durationSeconds = report.durationSeconds;
    m_status.samples = outcome.counts.scraped;
    m_status.samplesDropped = outcome.counts.dropped;
    m_status.samplesOutOfBounds = outcome.counts.outOfBounds;
    m_status.seriesAdded = outcome.counts.seriesAdded;
    ++m_status.scrapes;
    m_status.failures += outcome.error ? 1 : 0;
}

} // namespace sightglass
