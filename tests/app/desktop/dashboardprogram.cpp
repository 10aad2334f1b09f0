// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/desktop/dashboardprogram.h"

#include "app/desktop/dashboardpages.h"
#include "app/desktop/mainwindow.h"
#include "app/desktop/windowdashboards.h"
#include "model/presentation/workspace.h"
#include "model/scrape/systemclock.h"

#include <QFile>
#include <QTemporaryDir>
#include <QUrl>

namespace sightglass::test {

DashboardProgram::DashboardProgram(const QString &folder, const QStringList &dashboards, Targets targets)
    : settings(folder + QStringLiteral("/settings.ini"))
    , memory(&settings, {})
    , workspace(std::make_unique<Workspace>(std::make_shared<SystemClock>(), WorkspaceOptions()))
    , window(std::make_unique<MainWindow>(MainWindow::Parts{workspace.get(), &settings, &memory}))
{
    if (targets == Targets::PageFile) {
        TargetConfig target;
        target.url = QUrl::fromLocalFile(folder + QStringLiteral("/page.prom"));
        target.intervalMs = minScrapeIntervalMs;
        workspace->setTargets({target});
    }
    window->resize(1200, 900);
    window->show();
    window->dashboards()->start(dashboards);
}

DashboardProgram::~DashboardProgram() = default;

DashboardPages *DashboardProgram::pages() const
{
    return window->pages();
}

DashboardPage *DashboardProgram::front() const
{
    return pages()->page(pages()->currentIndex());
}

bool DashboardProgram::isFront(const char *title) const
{
    return front() != nullptr && front()->dashboard().title == title;
}

QString writtenFile(const QTemporaryDir &folder, const QString &name, const QByteArray &text)
{
    const QString path = folder.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write");
    return path;
}

} // namespace sightglass::test
