// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/dashboardsettingsdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace sightglass {

namespace {

constexpr int longestTitle = 1000;

/// The default range is a length; as Grafana writes it.
QString usualFrom(const DashboardSpec &dashboard)
{
    const std::int64_t minutes = dashboard.defaultRangeMs / 60'000;
    return dashboard.defaultRangeMs % 60'000 == 0
               ? QStringLiteral("now-%1m").arg(minutes)
               : QStringLiteral("now-%1s").arg(dashboard.defaultRangeMs / 1000);
}

QStringList tagsIn(const QString &text)
{
    QStringList tags;
    for (const QString &tag : text.split(u',', Qt::SkipEmptyParts)) {
        if (!tag.trimmed().isEmpty())
            tags << tag.trimmed();
    }
    return tags;
}

} // namespace

DashboardSettingsDialog::DashboardSettingsDialog(const DashboardSpec &dashboard, QWidget *parent)
    : QDialog(parent)
    , m_title(new QLineEdit(QString::fromStdString(dashboard.title), this))
    , m_description(new QPlainTextEdit(QString::fromStdString(dashboard.description), this))
    , m_tags(new QLineEdit(this))
    , m_from(new QLineEdit(QString::fromStdString(dashboard.timeFrom), this))
    , m_to(new QLineEdit(QString::fromStdString(dashboard.timeTo), this))
    , m_refresh(new QComboBox(this))
    , m_zone(new QComboBox(this))
    , m_cursor(new QComboBox(this))
    , m_live(new QCheckBox(tr("The right end follows the clock"), this))
{
    setWindowTitle(tr("Dashboard settings"));
    setAttribute(Qt::WA_DeleteOnClose);
    QStringList tags;
    for (const std::string &tag : dashboard.tags)
        tags << QString::fromStdString(tag);
    m_tags->setText(tags.join(QStringLiteral(", ")));
    m_tags->setPlaceholderText(tr("one, two"));
    m_title->setMaxLength(longestTitle);
    m_description->setTabChangesFocus(true);
    m_description->setFixedHeight(70);
    m_from->setPlaceholderText(usualFrom(dashboard));
    m_to->setPlaceholderText(QStringLiteral("now"));
    m_refresh->setEditable(true);
    m_refresh->addItems({QString(), QStringLiteral("5s"), QStringLiteral("10s"), QStringLiteral("30s"),
                         QStringLiteral("1m"), QStringLiteral("5m")});
    m_refresh->setCurrentText(QString::fromStdString(dashboard.refresh));
    m_refresh->lineEdit()->setPlaceholderText(tr("as data come in"));
    m_zone->setEditable(true);
    m_zone->addItems({QString(), QStringLiteral("utc")});
    m_zone->setCurrentText(QString::fromStdString(dashboard.timezone));
    m_zone->lineEdit()->setPlaceholderText(tr("this machine's"));
    m_cursor->addItems({tr("Nothing"), tr("A crosshair"), tr("A crosshair and values")});
    m_cursor->setCurrentIndex(static_cast<int>(dashboard.cursorSync));
    m_live->setChecked(dashboard.liveNow);
    auto *form = new QFormLayout(this);
    form->addRow(tr("&Title"), m_title);
    form->addRow(tr("&Description"), m_description);
    form->addRow(tr("Ta&gs"), m_tags);
    form->addRow(tr("&From"), m_from);
    form->addRow(tr("T&o"), m_to);
    form->addRow(tr("&Refresh every"), m_refresh);
    form->addRow(tr("Time &zone"), m_zone);
    form->addRow(tr("The pointer shows &other panels"), m_cursor);
    form->addRow(QString(), m_live);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    form->addRow(buttons);
    resize(460, sizeHint().height());
}

void DashboardSettingsDialog::applyTo(DashboardSpec &dashboard) const
{
    dashboard.title = m_title->text().toStdString();
    dashboard.description = m_description->toPlainText().toStdString();
    dashboard.tags.clear();
    for (const QString &tag : tagsIn(m_tags->text()))
        dashboard.tags.push_back(tag.toStdString());
    const std::string from = m_from->text().trimmed().toStdString();
    const std::string to = m_to->text().trimmed().toStdString();
    // Half of a range says its other half.
    const bool said = !from.empty() || !to.empty();
    dashboard.timeFrom = said && from.empty() ? usualFrom(dashboard).toStdString() : from;
    dashboard.timeTo = said && to.empty() ? "now" : to;
    dashboard.refresh = m_refresh->currentText().trimmed().toStdString();
    dashboard.timezone = m_zone->currentText().trimmed().toStdString();
    dashboard.cursorSync = static_cast<CursorSync>(m_cursor->currentIndex());
    dashboard.liveNow = m_live->isChecked();
}

} // namespace sightglass
