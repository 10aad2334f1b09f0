// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/targets/configlist.h"

#include "model/presentation/configreport.h"
#include "model/presentation/displaytext.h"
#include "widgets/style/theme.h"

#include <QApplication>
#include <QEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace sightglass {

namespace {

QPalette coloured(const QColor &color)
{
    QPalette palette = QApplication::palette();
    palette.setColor(QPalette::WindowText, color);
    return palette;
}

QColor summaryColor(const ConfigState &state)
{
    if (!state.broken)
        return QApplication::palette().color(QPalette::PlaceholderText);
    return desktopTheme(QApplication::palette()).semantic(SemanticColor::Critical);
}

} // namespace

ConfigList::ConfigList(TargetSources *sources, QWidget *parent)
    : QWidget(parent)
    , m_sources(sources)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(8, 4, 4, 4);
    m_layout->setSpacing(2);
    connect(sources, &TargetSources::filesChanged, this, &ConfigList::rebuild);
    connect(sources, &TargetSources::stateChanged, this, &ConfigList::update);
    rebuild();
}

void ConfigList::rebuild()
{
    for (const Row &row : std::as_const(m_rows))
        delete row.widget;
    m_rows.clear();
    for (const QString &path : m_sources->paths()) {
        m_rows.insert(path, makeRow(path));
        m_layout->addWidget(m_rows[path].widget);
        update(path);
    }
    setVisible(!m_rows.isEmpty());
}

void ConfigList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        for (const QString &path : m_sources->paths())
            update(path);
    }
}

ConfigList::Row ConfigList::makeRow(const QString &path)
{
    Row row{new QWidget, new QToolButton, new QLabel};
    row.widget->setObjectName(QStringLiteral("configRow"));
    const QString name = displayText(QFileInfo(path).fileName());
    row.name->setText(name);
    row.name->setObjectName(QStringLiteral("configName"));
    row.name->setAutoRaise(true);
    row.name->setToolTip(plainToolTip(displayText(path, 1000)));
    row.name->setAccessibleName(tr("What there is to say of %1").arg(name));
    row.summary->setObjectName(QStringLiteral("configSummary"));
    row.summary->setTextFormat(Qt::PlainText);
    row.summary->setWordWrap(true);
    row.summary->setIndent(4);
    auto *close = new QToolButton;
    close->setObjectName(QStringLiteral("configClose"));
    close->setText(QStringLiteral("✕"));
    close->setAutoRaise(true);
    close->setToolTip(plainToolTip(tr("Stop following %1: its targets go").arg(name)));
    close->setAccessibleName(tr("Stop following %1").arg(name));
    auto *grid = new QGridLayout(row.widget);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->addWidget(row.name, 0, 0, Qt::AlignLeft);
    grid->addWidget(close, 0, 1);
    grid->addWidget(row.summary, 1, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    connect(row.name, &QToolButton::clicked, this, [this, path] { emit shown(path); });
    connect(
        close, &QToolButton::clicked, this, [this, path] { emit closed(path); }, Qt::QueuedConnection);
    return row;
}

void ConfigList::update(const QString &path)
{
    const auto row = m_rows.constFind(path);
    const ConfigState *state = m_sources->state(path);
    if (row == m_rows.constEnd() || state == nullptr)
        return;
    row->summary->setText(configSummary(*state));
    row->summary->setPalette(coloured(summaryColor(*state)));
}

} // namespace sightglass
