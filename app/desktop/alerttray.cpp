// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/alerttray.h"

#include "model/presentation/alerttablemodel.h"

#include <QApplication>
#include <QMenu>
#include <QPainter>
#include <QSystemTrayIcon>

#include <utility>

namespace sightglass {

namespace {

constexpr int side = 64;

QPixmap badge(int count, const QColor &color)
{
    QPixmap pixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(QRectF(2, 2, side - 4, side - 4), side / 3.0, side / 3.0);
    const QString text = count > 99 ? QStringLiteral("99+") : QString::number(count);
    QFont font = QApplication::font();
    font.setBold(true);
    font.setPixelSize(text.size() > 2 ? 26 : text.size() > 1 ? 36 : 44);
    painter.setFont(font);
    painter.setPen(color.lightnessF() > 0.55F ? Qt::black : Qt::white);
    painter.drawText(QRect(0, 0, side, side), Qt::AlignCenter, text);
    return pixmap;
}

int countOf(const AlertSummary &summary)
{
    return summary.firing > 0 ? summary.firing : summary.pending;
}

} // namespace

void AlertSummary::add(const Alert &alert, const QuietAlerts &quietAlerts)
{
    if (alert.state == AlertState::Inactive)
        return;
    AlertSummary one;
    if (quietAlerts.contains(alert.labels)) {
        one.quiet = 1;
    } else {
        one.state = alert.state;
        one.severity = severityOf(alert.labels);
        one.isSeveritySaid = !alert.labels.value(severityLabel).empty();
        one.firing = alert.state == AlertState::Firing ? 1 : 0;
        one.pending = alert.state == AlertState::Pending ? 1 : 0;
    }
    add(one);
}

void AlertSummary::add(const AlertSummary &other)
{
    firing += other.firing;
    pending += other.pending;
    quiet += other.quiet;
    const std::pair theirs(other.state, other.severity);
    const std::pair ours(state, severity);
    if (theirs == ours)
        isSeveritySaid = isSeveritySaid || other.isSeveritySaid;
    if (theirs <= ours)
        return;
    state = other.state;
    severity = other.severity;
    isSeveritySaid = other.isSeveritySaid;
}

AlertSummary summaryOf(std::span<const RuleStatus> rules, const QuietAlerts &quiet)
{
    AlertSummary summary;
    for (const RuleStatus &rule : rules) {
        for (const Alert &alert : rule.alerts)
            summary.add(alert, quiet);
    }
    return summary;
}

QString summaryText(const AlertSummary &summary)
{
    QStringList parts;
    if (summary.firing > 0 && summary.isSeveritySaid)
        parts << AlertTray::tr("%n firing (%1)", nullptr, summary.firing)
                     .arg(AlertTableModel::severityText(summary.severity));
    else if (summary.firing > 0)
        parts << AlertTray::tr("%n firing", nullptr, summary.firing);
    if (summary.pending > 0)
        parts << AlertTray::tr("%n pending", nullptr, summary.pending);
    if (parts.isEmpty())
        parts << AlertTray::tr("No alert");
    if (summary.quiet > 0)
        parts << AlertTray::tr("%n quiet", nullptr, summary.quiet);
    return parts.join(QStringLiteral(", "));
}

QColor summaryColor(const AlertSummary &summary, const Theme &theme)
{
    if (summary.state == AlertState::Inactive)
        return theme.semantic(SemanticColor::Good);
    if (summary.state == AlertState::Pending)
        return theme.semantic(SemanticColor::Notice);
    switch (summary.severity) {
    case Severity::Critical:
        return theme.semantic(SemanticColor::Critical);
    case Severity::Warning:
        return theme.semantic(SemanticColor::Warning);
    case Severity::Info:
        break;
    }
    return theme.semantic(SemanticColor::Info);
}

QIcon badgeIcon(const AlertSummary &summary, const Theme &theme)
{
    if (summary.state == AlertState::Inactive)
        return {};
    return QIcon(badge(countOf(summary), summaryColor(summary, theme)));
}

AlertTray::AlertTray(QSystemTrayIcon *tray, QObject *parent)
    : QObject(parent)
    , m_tray(tray)
{
    if (m_tray == nullptr)
        return;
    m_plain = m_tray->icon();
    m_menu = new QMenu;
    m_menu->addAction(tr("Show the &alerts"), this, &AlertTray::boardRequested);
    m_menu->addAction(tr("Show the &window"), this, &AlertTray::windowRequested);
    m_menu->addSeparator();
    m_menu->addAction(tr("&Quit"), qApp, &QApplication::closeAllWindows);
    m_tray->setContextMenu(m_menu);
    m_tray->setToolTip(QStringLiteral("Sightglass: ") + summaryText({}));
    connect(m_tray, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            emit m_shown.state == AlertState::Inactive ? windowRequested() : boardRequested();
    });
}

AlertTray::~AlertTray()
{
    if (m_tray != nullptr)
        m_tray->setContextMenu(nullptr);
    delete m_menu;
}

void AlertTray::show(const AlertSummary &summary)
{
    if (m_tray == nullptr || summary == m_shown)
        return;
    m_shown = summary;
    m_tray->setToolTip(QStringLiteral("Sightglass: ") + summaryText(summary));
    if (summary.state == AlertState::Inactive) {
        m_tray->setIcon(m_plain);
        return;
    }
    QPixmap pixmap = m_plain.pixmap(side, side);
    if (pixmap.isNull()) {
        pixmap = QPixmap(side, side);
        pixmap.fill(Qt::transparent);
    }
    QPainter painter(&pixmap);
    constexpr int mark = side * 5 / 8;
    // A tray may be dark or light: the darker theme's colours show on both.
    painter.drawPixmap(QRect(side - mark, side - mark, mark, mark),
                       badge(countOf(summary), summaryColor(summary, darkTheme())));
    painter.end();
    m_tray->setIcon(QIcon(pixmap));
}

} // namespace sightglass
