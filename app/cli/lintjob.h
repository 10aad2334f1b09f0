// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/diagnosis.h"
#include "model/scrape/fetcher.h"
#include "model/scrape/targetconfig.h"

#include <QElapsedTimer>
#include <QObject>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sightglass {

/// On the command line all findings are listed that a hostile page does not make up.
[[nodiscard]] DiagnosisOptions lintOptions();

/// Scrapes a target twice and examines the pages. One thread, with an event loop.
class LintJob : public QObject
{
    Q_OBJECT

public:
    /// The second scrape begins `everyMs` after the first, or when that has ended.
    LintJob(TargetConfig target, std::int64_t everyMs, QObject *parent = nullptr);
    ~LintJob() override;

    void start();

    /// After finished(): the newest page there is, and what is to be said about it.
    [[nodiscard]] const std::string &body() const noexcept { return m_bodies.back(); }
    [[nodiscard]] const Diagnosis &diagnosis() const noexcept { return m_diagnosis; }
    /// How the newest page was had, or why there is none.
    [[nodiscard]] const ScrapeFacts &facts() const noexcept { return m_facts; }

signals:
    void finished();

private:
    void scrape();
    void take(Result<FetchedPage> page);
    void takeRefused(RefusedAnswer answer, const PageTransfer &transfer);
    void examine();

    TargetConfig m_target;
    std::int64_t m_everyMs;
    std::unique_ptr<Fetcher> m_fetcher;
    QElapsedTimer m_timer;
    PageTransfer m_transfer;                        ///< of the newest page
    std::optional<Error> m_error;                   ///< of the newest scrape
    std::shared_ptr<const RefusedAnswer> m_refused; ///< by it; null: none
    std::int64_t m_startedAtMs = 0;                 ///< the newest scrape
    std::vector<std::int64_t> m_durationsMs;        ///< of all scrapes
    ScrapeFacts m_facts;
    std::vector<std::string> m_bodies{1}; ///< at most two; the last one examined; pages point into them
    std::vector<ExpositionFormat> m_formats;
    Diagnosis m_diagnosis;
};

} // namespace sightglass
