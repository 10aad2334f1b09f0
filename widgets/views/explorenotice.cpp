// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/explorenotice.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

#include <algorithm>

namespace sightglass {

namespace {
constexpr int toldForMs = 6000;
}

ExploreNotice::ExploreNotice(QWidget *parent)
    : QWidget(parent)
    , m_label(new QLabel(this))
    , m_all(new QPushButton(this))
    , m_told(new QTimer(this))
{
    m_label->setTextFormat(Qt::PlainText);
    m_label->setForegroundRole(QPalette::PlaceholderText);
    m_all->setObjectName(QStringLiteral("showAllSeries"));
    m_told->setSingleShot(true);
    m_told->setInterval(toldForMs);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 2, 8, 2);
    layout->addWidget(m_label);
    layout->addWidget(m_all);
    layout->addStretch(1);
    connect(m_all, &QPushButton::clicked, this, &ExploreNotice::allRequested);
    connect(m_told, &QTimer::timeout, this, &ExploreNotice::refresh);
    refresh();
}

void ExploreNotice::showBounds(const ExploreAnswer &answer, std::size_t asked, std::size_t most)
{
    std::size_t series = 0;
    std::size_t largest = 0;
    for (const ExploreOutcome &outcome : answer.outcomes) {
        series += outcome.series;
        largest = std::max(largest, outcome.series);
    }
    const bool bounded = largest > asked;
    m_more = bounded && asked < most;
    m_all->setText(largest <= most ? tr("Show all") : tr("Show %1").arg(most));
    m_bounds.clear();
    if (bounded)
        m_bounds = tr("%1 of %2 series are shown.").arg(answer.data.series.size()).arg(series);
    else if (answer.cut)
        m_bounds = tr("There are more samples than are listed here. A shorter time range shows them all.");
    refresh();
}

void ExploreNotice::clear()
{
    m_bounds.clear();
    m_more = false;
    refresh();
}

void ExploreNotice::tell(const QString &text)
{
    m_label->setText(text);
    m_told->start();
    refresh();
}

QString ExploreNotice::text() const
{
    return m_label->text();
}

void ExploreNotice::refresh()
{
    const bool telling = m_told->isActive();
    if (!telling)
        m_label->setText(m_bounds);
    m_all->setVisible(m_more && !telling);
    setVisible(!m_label->text().isEmpty());
}

} // namespace sightglass
