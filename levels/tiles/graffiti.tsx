<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="graffiti" tilewidth="32" tileheight="32" tilecount="7" columns="7">
 <image source="graffiti.png" width="224" height="32"/>
 <tile id="0" type="graffiti_rose"/>
 <tile id="1" type="graffiti_sea"/>
 <tile id="2" type="graffiti_fire"/>
 <tile id="3" type="graffiti_lime"/>
 <tile id="4" type="graffiti_crown"/>
 <tile id="5" type="graffiti_eye"/>
 <tile id="6" type="graffiti_bolt"/>
</tileset>
