// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/coloredit.h"

#include "model/presentation/displaytext.h"

#include <QColorDialog>
#include <QHBoxLayout>
#include <QJsonValue>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

#include <array>

namespace sightglass {

namespace {

constexpr int side = 14;

constexpr std::array<std::pair<const char *, const char *>, 6> roles = {{
    {"good", QT_TRANSLATE_NOOP("sightglass::ColorEdit", "Good")},
    {"notice", QT_TRANSLATE_NOOP("sightglass::ColorEdit", "Notice")},
    {"warning", QT_TRANSLATE_NOOP("sightglass::ColorEdit", "Warning")},
    {"critical", QT_TRANSLATE_NOOP("sightglass::ColorEdit", "Critical")},
    {"info", QT_TRANSLATE_NOOP("sightglass::ColorEdit", "Info")},
    {"neutral", QT_TRANSLATE_NOOP("sightglass::ColorEdit", "Neutral")},
}};
constexpr std::array<const char *, 5> shades = {"super-light-", "light-", "", "semi-dark-", "dark-"};
constexpr std::array<const char *, 6> hues = {"red", "orange", "yellow", "green", "blue", "purple"};

} // namespace

ColorEdit::ColorEdit(const Theme &theme, QWidget *parent)
    : FieldEditor(parent)
    , m_theme(theme)
    , m_button(new QToolButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_button);
    setFocusProxy(m_button);
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setPopupMode(QToolButton::InstantPopup);
    m_button->setFocusPolicy(Qt::StrongFocus);
    m_button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_button->setMinimumWidth(60);
    auto *menu = new QMenu(this);
    m_button->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &ColorEdit::fillMenu);
    show();
}

QIcon ColorEdit::swatch(const QString &name) const
{
    QPixmap picture(side, side);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = m_theme.named(name.toStdString());
    painter.setPen(QPen(m_theme.border, 1));
    painter.setBrush(color.isValid() ? QBrush(color) : QBrush(m_theme.textMuted, Qt::BDiagPattern));
    painter.drawRoundedRect(QRectF(0.5, 0.5, side - 1, side - 1), 3, 3);
    return picture;
}

void ColorEdit::fillMenu()
{
    QMenu *menu = m_button->menu();
    menu->clear();
    const auto add = [this](QMenu *to, const QString &name, const QString &label) {
        connect(to->addAction(swatch(name), label), &QAction::triggered, this,
                [this, name] { choose(name); });
    };
    for (const auto &[name, label] : roles)
        add(menu, QString::fromLatin1(name), tr(label));
    menu->addSeparator();
    for (const char *hue : hues) {
        const QString name = QString::fromLatin1(hue);
        QMenu *of = menu->addMenu(swatch(name), name);
        for (const char *shade : shades)
            add(of, QString::fromLatin1(shade) + name, QString::fromLatin1(shade) + name);
    }
    add(menu, QStringLiteral("text"), tr("As text"));
    add(menu, QStringLiteral("transparent"), tr("Transparent"));
    menu->addSeparator();
    connect(menu->addAction(tr("Another…")), &QAction::triggered, this, &ColorEdit::chooseAnother);
}

void ColorEdit::chooseAnother()
{
    auto *dialog = new QColorDialog(m_theme.named(m_name.toStdString()), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QColorDialog::ShowAlphaChannel);
    connect(dialog, &QColorDialog::colorSelected, this, [this](const QColor &color) {
        const bool opaque = color.alpha() == 255;
        const QString alpha = QString::number(color.alpha(), 16).rightJustified(2, u'0');
        choose(color.name(QColor::HexRgb) + (opaque ? QString() : alpha));
    });
    dialog->open();
}

void ColorEdit::choose(const QString &name)
{
    setColor(name);
    emit changed(jsonTextOf(name), false);
}

void ColorEdit::setColor(const QString &name)
{
    m_name = name;
    show();
}

void ColorEdit::setValue(const QByteArray &json)
{
    setColor(jsonValueOf(json).toString());
}

void ColorEdit::setTheme(const Theme &theme)
{
    m_theme = theme;
    show();
}

void ColorEdit::show()
{
    const QString text = m_name.isEmpty() ? tr("automatic") : displayText(m_name, 40);
    m_button->setIcon(swatch(m_name));
    m_button->setText(text);
    m_button->setAccessibleName(tr("Colour: %1").arg(text));
}

} // namespace sightglass
