// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/lintjob.h"

#include "model/scrape/systemclock.h"
#include "model/scrape/targetfetcher.h"

#include <QTimer>

#include <algorithm>
#include <chrono>
#include <utility>

namespace sightglass {

DiagnosisOptions lintOptions()
{
    DiagnosisOptions options;
    options.findingsPerRule = 100'000;
    return options;
}

LintJob::LintJob(TargetConfig target, std::int64_t everyMs, QObject *parent)
    : QObject(parent)
    , m_target(std::move(target))
    , m_everyMs(everyMs)
    , m_fetcher(makeFetcher(m_target))
{}

LintJob::~LintJob() = default;

void LintJob::start()
{
    m_bodies.clear();
    scrape();
}

void LintJob::scrape()
{
    m_timer.start();
    m_facts.nowMs = SystemClock().nowMs();
    FetchRequest request;
    request.url = m_target.url;
    request.timeoutMs = effectiveTimeoutMs(m_target);
    request.bodySizeLimit = m_target.samples.limits.bodySize;
    m_fetcher->start(std::move(request), [this](Result<FetchedPage> page) { take(std::move(page)); });
}

void LintJob::take(Result<FetchedPage> page)
{
    m_facts.durationMs = m_timer.elapsed();
    if (!page) {
        m_facts.error = page.error();
        return examine();
    }
    m_facts.contentType = std::move(page->transfer.contentType);
    m_facts.compression = page->transfer.compression;
    m_bodies.push_back(std::move(page->body));
    m_formats.push_back(page->format);
    if (m_bodies.size() == 2)
        return examine();
    const std::int64_t waitMs = std::max<std::int64_t>(0, m_everyMs - m_timer.elapsed());
    QTimer::singleShot(std::chrono::milliseconds(waitMs), this, &LintJob::scrape);
}

void LintJob::examine()
{
    m_facts.timeoutMs = effectiveTimeoutMs(m_target);
    m_facts.bodySizeLimit = m_target.samples.limits.bodySize;
    m_facts.targetLabels = targetLabels(m_target);
    m_facts.honorLabels = m_target.samples.honorLabels;
    if (m_bodies.empty()) {
        m_bodies.emplace_back();
        m_formats.push_back(ExpositionFormat::PrometheusText);
    }
    const ExposedPage page = readPage(m_bodies.back(), m_formats.back());
    m_diagnosis = m_bodies.size() == 2
                      ? diagnose(readPage(m_bodies.front(), m_formats.front()), page, m_facts, lintOptions())
                      : diagnose(page, m_facts, lintOptions());
    emit finished();
}

} // namespace sightglass
