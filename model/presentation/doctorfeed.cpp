// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/doctorfeed.h"

#include "model/presentation/guipost.h"
#include "model/scrape/pagefacts.h"

#include <QDebug>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <exception>
#include <utility>

namespace sightglass {

namespace {

/// A gap up to this is none: short intervals pass while the window is busy with other things.
constexpr std::chrono::milliseconds leastGap{3000};

/// The same examination; when the window lets go of it, a worker destroys it: that takes long for big pages.
std::shared_ptr<const PageExamination> letGoBeside(std::shared_ptr<const PageExamination> examination,
                                                   const std::shared_ptr<QueryPool> &pool)
{
    const PageExamination *const seen = examination.get();
    const auto letGo = [examination = std::move(examination),
                        weak = std::weak_ptr(pool)](const PageExamination *) mutable {
        // A worker is where it should be already, and must not become the pool's last owner.
        const QCoreApplication *const app = QCoreApplication::instance();
        const bool isGui = app != nullptr && QThread::currentThread() == app->thread();
        if (const auto workers = isGui ? weak.lock() : nullptr)
            workers->submit(workers->newKey(), [last = std::move(examination)](const std::stop_token &) {});
        examination.reset();
    };
    return {seen, letGo};
}

} // namespace

DoctorFeed::DoctorFeed(std::shared_ptr<QueryPool> pool, QObject *parent, std::chrono::milliseconds interval)
    : QObject(parent)
    , m_pool(std::move(pool))
    , m_key(m_pool->newKey())
    , m_interval(interval)
    , m_timer(new QTimer(this))
{
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &DoctorFeed::schedule);
}

DoctorFeed::~DoctorFeed()
{
    m_pool->cancel(m_key);
}

void DoctorFeed::clear()
{
    m_pool->cancel(m_key);
    ++m_ticket;
    m_asking = false;
    m_timer->stop();
    m_sinceAsked.invalidate();
    m_sinceAnswered.invalidate();
    m_newest = m_before = m_examined = nullptr;
    m_durationsMs.clear();
}

void DoctorFeed::setTarget(const TargetConfig &target)
{
    if (target.id != m_target.id)
        clear();
    m_target = target;
}

bool DoctorFeed::isNextScrape(const PageCapture &earlier, const PageCapture &page) noexcept
{
    const bool isTaken = !earlier.error && !earlier.body.empty();
    const std::int64_t longest = std::max<std::int64_t>(page.intervalMs * 5 / 2, leastGap.count());
    const bool isRecent = page.at >= earlier.at && page.at - earlier.at <= longest;
    return isTaken && isRecent && earlier.url == page.url;
}

void DoctorFeed::take(const std::shared_ptr<const PageCapture> &page)
{
    if (page == nullptr || page == m_newest || page->targetId != m_target.id)
        return;
    if (m_newest != nullptr && isNextScrape(*m_newest, *page)) {
        m_durationsMs.push_back(m_newest->durationMs);
        if (m_durationsMs.size() > durationsKept)
            m_durationsMs.pop_front();
        m_before = m_newest;
    } else {
        m_durationsMs.clear();
        m_before = nullptr;
    }
    m_newest = page;
    schedule();
}

void DoctorFeed::setFollowing(bool following)
{
    m_following = following;
    schedule();
}

void DoctorFeed::schedule()
{
    const bool nothingNew = m_newest == nullptr || m_newest == m_examined;
    // The first page is wanted in any case: there is nothing to hold on to yet.
    if (nothingNew || m_asking || (!m_following && m_examined != nullptr))
        return;
    if (const qint64 wait = waitMs(); wait > 0)
        m_timer->start(static_cast<int>(wait));
    else
        ask();
}

qint64 DoctorFeed::waitMs() const
{
    const qint64 wait = m_sinceAsked.isValid() ? m_interval.count() - m_sinceAsked.elapsed() : 0;
    const qint64 pause = m_sinceAnswered.isValid() ? m_tookMs - m_sinceAnswered.elapsed() : 0;
    return std::max(wait, pause);
}

ScrapeFacts DoctorFeed::facts() const
{
    ScrapeFacts facts = pageFacts(m_target, m_newest->transfer);
    facts.durationMs = m_newest->durationMs;
    facts.earlierDurationsMs.assign(m_durationsMs.begin(), m_durationsMs.end());
    facts.nowMs = m_newest->at;
    return facts;
}

void DoctorFeed::ask()
{
    m_sinceAsked.start();
    m_examined = m_newest;
    submit({m_newest, m_before, facts()});
}

void DoctorFeed::examineText(const std::shared_ptr<const PageCapture> &page)
{
    clear();
    m_target = TargetConfig{};
    submit({page, nullptr, {}});
}

void DoctorFeed::submit(PageToExamine input)
{
    m_asking = true;
    m_pool->submit(m_key, [self = QPointer(this), input = std::move(input),
                           ticket = ++m_ticket](const std::stop_token &stop) {
        QElapsedTimer timer;
        timer.start();
        std::shared_ptr<const PageExamination> examination;
        try {
            examination = PageExamination::examine(input, stop);
        } catch (const std::exception &failure) {
            qWarning("a page could not be examined: %s", failure.what());
        }
        if (stop.stop_requested())
            return;
        postToGui(self, [ticket, examination = std::move(examination),
                         tookMs = timer.elapsed()](DoctorFeed &feed) mutable {
            if (ticket == feed.m_ticket)
                feed.show(std::move(examination), tookMs);
        });
    });
}

void DoctorFeed::show(std::shared_ptr<const PageExamination> examination, qint64 tookMs)
{
    m_asking = false;
    m_tookMs = tookMs;
    m_sinceAnswered.start();
    if (examination != nullptr)
        emit examined(letGoBeside(std::move(examination), m_pool));
    schedule();
}

} // namespace sightglass
