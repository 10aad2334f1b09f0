// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/scraperun.h"

#include "app/cli/options.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/errortext.h"
#include "model/scrape/systemclock.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace sightglass {

ScrapeRun::ScrapeRun(std::vector<TargetConfig> targets, std::int64_t forMs, QObject *parent)
    : QObject(parent)
    , m_targets(std::move(targets))
    , m_forMs(forMs)
    , m_workspace(std::make_unique<Workspace>(std::make_shared<SystemClock>(), WorkspaceOptions{}))
{}

ScrapeRun::~ScrapeRun() = default;

void ScrapeRun::start()
{
    m_workspace->setTargets(m_targets);
    QTimer::singleShot(std::chrono::milliseconds(m_forMs), this, &ScrapeRun::finished);
}

/// An answer that was good, of which nothing may be stored.
void ScrapeRun::tellOfBounds(const TargetStatus &target)
{
    if (target.samplesOutOfBounds == 0)
        return;
    const int count = static_cast<int>(std::min<std::size_t>(target.samplesOutOfBounds, 1'000'000'000));
    printError(
        displayUrl(target.config.url) + QStringLiteral(": ") +
        tr("%n samples of the last scrape were dropped, as Prometheus does: their timestamps are out of "
           "bounds, more than 10 minutes ahead or an hour old",
           nullptr, count));
}

bool ScrapeRun::reportTargets() const
{
    bool all = !tick().targets.empty();
    for (const TargetStatus &target : tick().targets) {
        const bool ever = target.scrapes > target.failures;
        all = all && ever;
        if (ever && target.health == TargetHealth::Up) {
            tellOfBounds(target);
            continue;
        }
        const QString reason = target.error ? errorText(*target.error) : tr("no scrape was completed");
        printError(displayUrl(target.config.url) + QStringLiteral(": ") + reason);
    }
    return all;
}

} // namespace sightglass
