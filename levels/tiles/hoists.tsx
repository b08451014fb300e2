<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="hoists" tilewidth="32" tileheight="32" tilecount="7" columns="7">
 <image source="hoists.png" width="224" height="32"/>
 <tile id="0" type="trolley"/>
 <tile id="1" type="girder"/>
 <tile id="2" type="hook"/>
 <tile id="3" type="chains"/>
 <tile id="4" type="duct"/>
 <tile id="5" type="mains"/>
 <tile id="6" type="lamp_cage"/>
</tileset>
