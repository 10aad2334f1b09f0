// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/welcomeview.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace sightglass {

WelcomeView::WelcomeView(QWidget *parent)
    : QWidget(parent)
    , m_headline(new QLabel)
    , m_details(new QLabel)
    , m_add(new QPushButton(tr("Add a target…")))
    , m_doctor(new QPushButton(tr("Show what is wrong")))
{
    m_headline->setTextFormat(Qt::PlainText);
    m_headline->setAlignment(Qt::AlignCenter);
    QFont font = m_headline->font();
    font.setPointSizeF(font.pointSizeF() * 1.6);
    m_headline->setFont(font);
    m_details->setTextFormat(Qt::PlainText);
    m_details->setAlignment(Qt::AlignCenter);
    m_details->setWordWrap(true);
    m_details->setForegroundRole(QPalette::PlaceholderText);

    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addWidget(m_headline);
    layout->addSpacing(8);
    layout->addWidget(m_details);
    layout->addSpacing(16);
    layout->addWidget(m_doctor, 0, Qt::AlignCenter);
    layout->addSpacing(8);
    layout->addWidget(m_add, 0, Qt::AlignCenter);
    layout->addStretch(3);
    m_doctor->setObjectName(QStringLiteral("showWhatIsWrong"));
    m_doctor->setToolTip(tr("The endpoint doctor lists every problem and how to mend it"));
    connect(m_doctor, &QPushButton::clicked, this, &WelcomeView::doctorRequested);
    setDoctorOffered(false);
    connect(m_add, &QPushButton::clicked, this, &WelcomeView::addRequested);
}

void WelcomeView::setDoctorOffered(bool offered)
{
    // The one thing to do here.
    const QString primary =
        QStringLiteral("QPushButton{background:palette(highlight);color:palette(highlighted-text);"
                       "border:1px solid palette(highlight);border-radius:4px;padding:6px 18px;"
                       "font-weight:bold}"
                       "QPushButton:focus{border-color:palette(text)}");
    const QString ofAdd = offered ? QString() : primary;
    if (m_doctor->styleSheet() == primary && m_add->styleSheet() == ofAdd)
        return;
    m_doctor->setVisible(offered);
    m_doctor->setStyleSheet(primary);
    m_add->setStyleSheet(ofAdd);
}

void WelcomeView::setMessage(const QString &headline, const QString &details)
{
    m_headline->setText(headline);
    m_details->setText(details);
}

} // namespace sightglass
