// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/clock.h"
#include "model/scrape/fetcher.h"
#include "model/scrape/pagecapture.h"
#include "model/scrape/schedule.h"
#include "model/scrape/scrapeappender.h"
#include "model/scrape/targetstatus.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <stop_token>
#include <string>

namespace sightglass {

/// Scrapes one target over and over: waits for its grid time, fetches, appends, keeps its status. At most one
/// scrape is under way; grid times that pass meanwhile are skipped and counted. Lives on the collector
/// thread.
class ScrapeLoop : public QObject
{
    Q_OBJECT

public:
    /// What all loops share; outlives them.
    struct Context
    {
        const Clock &clock;
        Head &head;
        std::stop_token cancel; ///< requested when the program ends: cuts a long page short
    };

    /// `fetcher` serves this loop alone. The target must be enabled and have a scrape URL.
    ScrapeLoop(Context context, const TargetConfig &config, std::unique_ptr<Fetcher> fetcher,
               QObject *parent = nullptr);
    ~ScrapeLoop() override;

    /// Scrapes at once and then on the grid.
    void start();

    /// Goes on with other settings of the same target. Only for a config with the same target labels and the
    /// same rules for samples: the series stay the same ones, and those that the new settings no longer bring
    /// get their stale markers at the next scrape.
    void reconfigure(const TargetConfig &config, std::unique_ptr<Fetcher> fetcher);

    /// Stops. Stale markers for everything this target brought are written when two more scrapes would have
    /// been due and a little, dated when the first of them would have been (scraping reference, section 6):
    /// where the target has come back by then under another loop, its samples are newer and there is no gap.
    /// Then ended() is emitted, and this can go.
    void end();
    /// Of the same target, which is scraped as before.
    void setDiscoveredLabels(const Labels &labels) { m_status.config.discoveredLabels = labels; }

    [[nodiscard]] const TargetStatus &status() const noexcept { return m_status; }

    /// While watched, each scrape is kept as it came in, until the next one.
    void setWatched(bool watched);
    /// Null where it is not watched, or nothing has come in since and the last page is gone.
    [[nodiscard]] const std::shared_ptr<const PageCapture> &capturedPage() const noexcept
    {
        return m_captured;
    }

signals:
    /// A scrape was committed, successful or not.
    void scraped();
    /// What came instead of a page is in the captured page now.
    void capturedRefused();
    void ended();

private:
    void planNext(TimestampMs due);
    void onTimer();
    void scrape(TimestampMs now);
    void writeEnd();
    [[nodiscard]] RefusedReading refusedReading();
    void onFetched(Result<FetchedPage> page);
    void onRefused(RefusedAnswer answer, PageTransfer transfer);
    ScrapeOutcome takeOver(FetchedPage &page);
    void capture();
    void note(const ScrapeOutcome &outcome, const ScrapeReport &report);

    Context m_context;
    std::unique_ptr<Fetcher> m_fetcher;
    ScrapeAppender m_appender;
    TargetStatus m_status;
    ScrapeGrid m_grid;
    QTimer m_timer;
    TimestampMs m_due = 0;
    TimestampMs m_scrapeTime = 0; ///< of the scrape under way
    std::int64_t m_startedNs = 0; ///< monotonic
    bool m_underWay = false;
    bool m_isEnding = false;
    TimestampMs m_endTime = 0; ///< of the stale markers
    std::string m_buffer;      ///< the last page while nothing is under way; its memory is for the next one
    ExpositionFormat m_format = ExpositionFormat::PrometheusText; ///< of the last page
    PageTransfer m_transfer;
    std::shared_ptr<const RefusedAnswer> m_refused; ///< by the last scrape; null: none
    bool m_watched = false;
    std::shared_ptr<const PageCapture> m_captured;
};

} // namespace sightglass
