// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/doctorfeed.h"

#include "model/presentation/guipost.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace sightglass {

DoctorFeed::DoctorFeed(std::shared_ptr<QueryPool> pool, QObject *parent)
    : QObject(parent)
    , m_pool(std::move(pool))
    , m_key(m_pool->newKey())
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
    m_newest = m_before = m_examined = nullptr;
    m_durationsMs.clear();
}

void DoctorFeed::setTarget(const TargetConfig &target)
{
    if (target.id != m_target.id)
        clear();
    m_target = target;
}

void DoctorFeed::take(const std::shared_ptr<const PageCapture> &page)
{
    if (page == nullptr || page == m_newest || page->targetId != m_target.id)
        return;
    if (m_newest != nullptr) {
        m_durationsMs.push_back(m_newest->durationMs);
        if (m_durationsMs.size() > durationsKept)
            m_durationsMs.pop_front();
        if (!m_newest->body.empty())
            m_before = m_newest;
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
    const auto wait = m_sinceAsked.isValid() ? minInterval.count() - m_sinceAsked.elapsed() : qint64{0};
    if (wait > 0)
        m_timer->start(static_cast<int>(wait));
    else
        ask();
}

ScrapeFacts DoctorFeed::facts() const
{
    ScrapeFacts facts;
    facts.contentType = m_newest->transfer.contentType;
    facts.compression = m_newest->transfer.compression;
    facts.durationMs = m_newest->durationMs;
    facts.timeoutMs = effectiveTimeoutMs(m_target);
    facts.earlierDurationsMs.assign(m_durationsMs.begin(), m_durationsMs.end());
    facts.nowMs = m_newest->at;
    facts.bodySizeLimit = m_target.samples.limits.bodySize;
    facts.targetLabels = targetLabels(m_target);
    facts.honorLabels = m_target.samples.honorLabels;
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
        auto examination = PageExamination::examine(input);
        if (stop.stop_requested())
            return;
        postToGui(self, [ticket, examination = std::move(examination)](DoctorFeed &feed) {
            if (ticket != feed.m_ticket)
                return;
            feed.m_asking = false;
            emit feed.examined(examination);
            feed.schedule();
        });
    });
}

} // namespace sightglass
