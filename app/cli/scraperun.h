// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/workspace.h"
#include "model/scrape/targetconfig.h"

#include <QObject>

#include <cstdint>
#include <memory>
#include <vector>

namespace sightglass {

/// Scrapes targets for a while: what verbs begin with that then look into the store. GUI thread, no display.
class ScrapeRun : public QObject
{
    Q_OBJECT

public:
    ScrapeRun(std::vector<TargetConfig> targets, std::int64_t forMs, QObject *parent = nullptr);
    ~ScrapeRun() override;

    void start();

    /// The newest state; its snapshot is null where nothing was scraped.
    [[nodiscard]] const CollectorTick &tick() const noexcept { return m_workspace->lastTick(); }

    /// True where every target was scraped at least once; else says on the standard error stream which were
    /// not, and why. Targets that are down by now are told as well, and samples that nobody would store.
    [[nodiscard]] bool reportTargets() const;

signals:
    /// The time is over. Scraping goes on until this object ends.
    void finished();

private:
    static void tellOfBounds(const TargetStatus &target);

    std::vector<TargetConfig> m_targets;
    std::int64_t m_forMs;
    std::unique_ptr<Workspace> m_workspace;
};

} // namespace sightglass
