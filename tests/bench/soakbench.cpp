// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/workspace.h"
#include "model/scrape/systemclock.h"
#include "tests/bench/processcost.h"
#include "tests/bench/soakserver.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <cstdio>
#include <memory>

// 200 targets at 1 s, 50 of them hanging, refusing or hostile, for a minute or for as many seconds as
// SIGHTGLASS_SOAK_SECONDS says: how late the good ones are scraped, how memory grows once the retention is
// full, and how long closing takes.
namespace {

using namespace sightglass;
using namespace sightglass::bench;

constexpr int goodTargets = 150;
constexpr int badTargets = 50;
constexpr std::int64_t intervalMs = 1000;
constexpr int usualSeconds = 60;
constexpr double mebibyte = 1024.0 * 1024.0;

std::vector<TargetConfig> targets(const SoakServer &server)
{
    std::vector<TargetConfig> all;
    const auto add = [&all](const QUrl &url) {
        TargetConfig target;
        target.url = url;
        target.id = target.name = QStringLiteral("target%1").arg(all.size());
        target.intervalMs = intervalMs;
        target.samples.limits.bodySize = std::size_t{4} << 20U;
        all.push_back(target);
    };
    const int kinds = static_cast<int>(SoakServer::hostileKinds());
    for (int i = 0; i < badTargets; ++i) {
        // Every tenth is a port on which nobody listens.
        if (i % 10 == 0)
            add(QUrl(QStringLiteral("http://127.0.0.1:1/metrics")));
        else
            add(server.url(QStringLiteral("/hostile/%1").arg(i % kinds)));
    }
    for (int i = 0; i < goodTargets; ++i)
        add(server.url(QStringLiteral("/good/%1").arg(i)));
    return all;
}

void waitMs(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

double residentMiB()
{
    return static_cast<double>(residentBytes()) / mebibyte;
}

int run(int seconds)
{
    SoakServer server;
    if (!server.start(intervalMs)) {
        std::fprintf(stderr, "the server did not start\n");
        return 1;
    }
    WorkspaceOptions options;
    options.collector.retention.maxAgeMs = seconds * 1000LL / 4;
    auto workspace = std::make_unique<Workspace>(std::make_shared<SystemClock>(), options);
    const ProcessCost begin = ProcessCost::now();
    workspace->setTargets(targets(server));
    // By half the time the store has been full for a while.
    waitMs(seconds * 500);
    const double atHalf = residentMiB();
    waitMs(seconds * 500);
    const double atEnd = residentMiB();
    const ProcessCost cost = ProcessCost::now() - begin;
    const std::size_t known = workspace->lastTick().targets.size();
    QElapsedTimer closing;
    closing.start();
    workspace.reset();
    const auto closingMs = static_cast<double>(closing.elapsed());
    const Punctuality seen = server.stop();
    printFigure("targets", static_cast<double>(known), "");
    printFigure("scrapes of good targets", static_cast<double>(seen.requests), "");
    printFigure("latest of them", static_cast<double>(seen.latestMs), "ms", intervalMs / 10.0);
    printFigure("late by more than 10 %", static_cast<double>(seen.late), "");
    printFigure("left out", static_cast<double>(seen.missedOut), "");
    printFigure("CPU", cost.processSeconds / cost.wallSeconds * 100, "% of a core");
    printFigure("memory at half time", atHalf, "MiB");
    printFigure("memory at the end", atEnd, "MiB", atHalf * 1.05);
    printFigure("closing", closingMs, "ms", 1000);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    if (const std::optional<int> served = SoakServer::serveIfAsked(argc, argv))
        return *served;
    const QCoreApplication app(argc, argv);
    const int seconds = qEnvironmentVariableIntValue("SIGHTGLASS_SOAK_SECONDS");
    return run(seconds > 0 ? seconds : usualSeconds);
}
