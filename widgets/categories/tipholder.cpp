// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/categories/tipholder.h"

#include "widgets/panelkit/readouttip.h"

#include <QStringList>

namespace sightglass {

TipHolder::TipHolder(QWidget &subject, std::function<void()> displaced)
    : m_subject(subject)
    , m_displaced(std::move(displaced))
{}

TipHolder::~TipHolder()
{
    delete m_tip;
}

void TipHolder::show(QPoint place, const Readout &readout, const Theme &theme)
{
    if (readout.empty())
        return hide();
    QWidget *window = m_subject.window();
    if (!m_tip || m_tip->parentWidget() != window) {
        delete m_tip;
        m_tip = new ReadoutTip(window);
        m_tip->follow(m_subject);
        QObject::connect(m_tip, &ReadoutTip::displaced, &m_subject, [this] { m_displaced(); });
    }
    m_tip->setTheme(theme);
    m_tip->setMostSize(m_mostWidth, m_mostHeight);
    m_tip->showAt(m_subject.mapTo(window, place), readout);
}

void TipHolder::setMostSize(std::optional<double> width, std::optional<double> height)
{
    m_mostWidth = width;
    m_mostHeight = height;
}

void TipHolder::hide()
{
    if (m_tip)
        m_tip->hide();
}

QString spokenReadout(const Readout &readout)
{
    QStringList spoken;
    if (!readout.title.isEmpty())
        spoken.append(readout.title);
    for (const ReadoutRow &row : readout.rows)
        spoken.append(row.name + u' ' + row.value);
    if (!readout.note.isEmpty())
        spoken.append(readout.note);
    return spoken.join(QStringLiteral(", "));
}

} // namespace sightglass
