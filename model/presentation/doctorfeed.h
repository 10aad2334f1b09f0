// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/pageexamination.h"
#include "model/query/querypool.h"
#include "model/scrape/targetconfig.h"

#include <QElapsedTimer>
#include <QObject>

#include <chrono>
#include <deque>
#include <memory>

class QTimer;

namespace sightglass {

/// Has the pages of one target examined in the query pool, as they come in: one at a time and at most every
/// minInterval, after a pause at least as long as the last examination took, so that panels get their turn;
/// the newest page wins. Keeps the page before, for what only two scrapes tell. GUI thread.
class DoctorFeed : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds minInterval{2000};
    static constexpr std::size_t durationsKept = 30;

    /// `interval`: for tests that do not want to wait.
    explicit DoctorFeed(std::shared_ptr<QueryPool> pool, QObject *parent = nullptr,
                        std::chrono::milliseconds interval = minInterval);
    ~DoctorFeed() override;

    /// Whose pages come from now on. With another id what was there is forgotten.
    void setTarget(const TargetConfig &target);
    /// The latest scrape; null and the same as before are ignored, as are other targets' pages.
    void take(const std::shared_ptr<const PageCapture> &page);
    /// Whether what `page` brings is "since the scrape before": `earlier` was taken, came from the same
    /// address, and at most two and a half intervals before: a target's pages are not kept while nobody
    /// looks.
    [[nodiscard]] static bool isNextScrape(const PageCapture &earlier, const PageCapture &page) noexcept;
    /// A page that belongs to no target.
    void examineText(const std::shared_ptr<const PageCapture> &page);
    /// Nothing is asked any more, and the pages are let go.
    void clear();

    /// Not following: pages are kept, the newest is examined when following again.
    void setFollowing(bool following);

signals:
    void examined(std::shared_ptr<const sightglass::PageExamination> examination);

private:
    void schedule();
    void ask();
    void submit(PageToExamine input);
    [[nodiscard]] ScrapeFacts facts() const;
    [[nodiscard]] qint64 waitMs() const;
    void show(std::shared_ptr<const PageExamination> examination, qint64 tookMs);

    std::shared_ptr<QueryPool> m_pool;
    QueryPool::Key m_key;
    std::chrono::milliseconds m_interval;
    QTimer *m_timer;
    QElapsedTimer m_sinceAsked;
    QElapsedTimer m_sinceAnswered;
    qint64 m_tookMs = 0; ///< the last examination
    TargetConfig m_target;
    std::shared_ptr<const PageCapture> m_newest;
    std::shared_ptr<const PageCapture> m_before;   ///< of the scrape before the newest, where it was taken
    std::shared_ptr<const PageCapture> m_examined; ///< the page asked about last
    std::deque<std::int64_t> m_durationsMs;        ///< of the scrapes before the newest
    std::uint64_t m_ticket = 0;
    bool m_asking = false;
    bool m_following = true;
};

} // namespace sightglass
