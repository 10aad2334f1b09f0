// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/lintjob.h"

#include "model/analysis/answercontent.h"
#include "model/scrape/pagefacts.h"
#include "model/scrape/systemclock.h"
#include "model/scrape/targetfetcher.h"

#include <QTimer>

#include <algorithm>
#include <chrono>
#include <utility>

namespace sightglass {

namespace {

// Of an answer that is refused: nobody waits for the next scrape here.
constexpr std::size_t refusedBytes = std::size_t{16} << 20U;
constexpr std::int64_t refusedWithinMs = 3000;

} // namespace

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
    m_startedAtMs = SystemClock().nowMs();
    FetchRequest request;
    request.url = m_target.url;
    request.timeoutMs = effectiveTimeoutMs(m_target);
    request.bodySizeLimit = m_target.samples.limits.bodySize;
    request.refused = {[this](RefusedAnswer answer, const PageTransfer &transfer) {
                           takeRefused(std::move(answer), transfer);
                       },
                       refusedBytes, refusedWithinMs};
    m_fetcher->start(std::move(request), [this](Result<FetchedPage> page) { take(std::move(page)); });
}

void LintJob::take(Result<FetchedPage> page)
{
    m_durationsMs.push_back(m_timer.elapsed());
    if (!page) {
        m_error = page.error();
        return m_fetcher->isReadingRefused() ? void() : examine();
    }
    m_transfer = std::move(page->transfer);
    m_bodies.push_back(std::move(page->body));
    m_formats.push_back(page->format);
    if (m_bodies.size() == 2)
        return examine();
    const std::int64_t waitMs = std::max<std::int64_t>(0, m_everyMs - m_timer.elapsed());
    QTimer::singleShot(std::chrono::milliseconds(waitMs), this, &LintJob::scrape);
}

void LintJob::takeRefused(RefusedAnswer answer, const PageTransfer &transfer)
{
    m_refused = std::make_shared<const RefusedAnswer>(std::move(answer));
    if (m_bodies.empty())
        m_transfer = transfer;
    examine();
}

void LintJob::examine()
{
    if (m_bodies.empty()) {
        const auto format = m_refused ? examinedFormat(*m_refused, *m_error) : std::nullopt;
        m_bodies.push_back(format ? m_refused->body : std::string());
        m_formats.push_back(format.value_or(ExpositionFormat::PrometheusText));
    }
    m_facts = pageFacts(m_target, m_transfer);
    m_facts.error = std::move(m_error);
    m_facts.refused = m_refused;
    m_facts.nowMs = m_startedAtMs;
    m_facts.durationMs = m_durationsMs.back();
    m_facts.earlierDurationsMs.assign(m_durationsMs.begin(), m_durationsMs.end() - 1);
    PageReading reading;
    reading.options = m_facts.reading;
    const ExposedPage page = readPage(m_bodies.back(), m_formats.back(), reading);
    m_diagnosis = m_bodies.size() == 2 ? diagnose(readPage(m_bodies.front(), m_formats.front(), reading),
                                                  page, m_facts, lintOptions())
                                       : diagnose(page, m_facts, lintOptions());
    emit finished();
}

} // namespace sightglass
