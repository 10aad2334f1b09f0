// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/openeddashboard.h"

#include "model/presentation/dashboardtimes.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/errortext.h"

namespace sightglass {

namespace {

constexpr int longestLoss = 400;

/// What is lost and where it stands.
QString lossText(const ImportLoss &loss)
{
    const QString reason = displayText(std::string_view(loss.reason), longestLoss);
    const QString place = displayText(std::string_view(loss.pointer), longestLoss);
    return place.isEmpty() ? reason : reason + QStringLiteral(" (") + place + QLatin1Char(')');
}

QStringList lossTexts(const std::vector<ImportLoss> &losses)
{
    QStringList texts;
    for (const ImportLoss &loss : losses)
        texts << lossText(loss);
    texts.removeDuplicates();
    return texts;
}

} // namespace

std::size_t OpenedDashboard::lossCount() const
{
    auto count = static_cast<std::size_t>(losses.size());
    for (const auto &[id, texts] : ofPanels)
        count += static_cast<std::size_t>(texts.size());
    return count;
}

Result<OpenedDashboard> openDashboardText(const QByteArray &text)
{
    auto imported = importDashboard({text.constData(), static_cast<std::size_t>(text.size())});
    if (!imported)
        return imported.error();
    const DashboardReport report = importReport(*imported);
    OpenedDashboard opened;
    std::vector<ImportLoss> own = report.losses;
    const std::vector<ImportLoss> times = timeLosses(imported->dashboard);
    own.insert(own.end(), times.begin(), times.end());
    opened.losses = lossTexts(own);
    for (const PanelReport &panel : report.panels) {
        if (panel.losses.empty())
            continue;
        opened.ofPanels[std::to_string(panel.id)] = lossTexts(panel.losses);
        ++opened.panelsWithLosses;
    }
    opened.spec = std::move(imported->dashboard);
    return opened;
}

QString dashboardProblem(const QString &name, const Error &error)
{
    QString place = displayText(name, longestLoss);
    if (error.position.line > 0)
        place += QStringLiteral(":%1:%2").arg(error.position.line).arg(error.position.column);
    Error bare = error;
    bare.position = {};
    return place + QStringLiteral(": ") + errorText(bare);
}

} // namespace sightglass
